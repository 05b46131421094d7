// Package attache reads news and official text in English and answers who
// (people, the offices they hold, countries, organizations) did what with
// whom, where and when, with the proof under every answer.
//
// It works by rules and gazetteers alone: no model download, the same answer
// every time, and every answer names the rule and the words it came from.
//
//	engine, err := attache.New(attache.Options{})
//	doc, err := engine.Extract(ctx, attache.Input{ID: "1", Text: "Wang Yi met Antony Blinken in Rome on Sunday."})
//	for _, rel := range doc.Relations { … }
//
// The way of the text is a straight line, readable in [Engine.Extract]: package
// text parses, package ner recognizes and resolves names, package relations
// extracts relations, package graph merges documents.
package attache
