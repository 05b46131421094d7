package text

// phraseKind says what a line is that begins with, or is, a known phrase.
type phraseKind uint8

const (
	noPhrase      phraseKind = iota
	wholeBoiler              // boilerplate when it is the whole line
	startBoiler              // boilerplate when a short line begins so
	alwaysBoiler             // boilerplate whenever a line begins so
	captionStart             // "FILE PHOTO"
	creditStart              // "Courtesy of", "Reporting by"
	bylineStart              // "By", "Written by"
	headlineLabel            // "TITLE:"
)

// hashStep adds a token to the hash of a sequence of tokens.
func hashStep(h, tok uint64) uint64 {
	return (h ^ tok) * 0x9e3779b97f4a7c15
}

// maxPhrase is the most tokens a phrase has.
const maxPhrase = 12

// phrases finds known phrases by the hash of their tokens, phraseFirst holds
// the first tokens of all of them. Neither is changed after it was made.
var phrases, phraseFirst = makePhrases()

func makePhrases() (*table[phraseKind], *table[bool]) {
	all, first := make(map[uint64]phraseKind, 1024), make(map[uint64]bool, 512)
	put := func(k phraseKind, list ...string) {
		for _, p := range list {
			t := tokenizer{src: p}
			t.run()
			h := uint64(0)
			for i := range t.toks {
				h = hashStep(h, t.toks[i].Hash)
			}
			all[h] = k
			first[t.toks[0].Hash] = true
		}
	}
	put(wholeBoiler,
		"Toggle open close", "Toggle", "Open", "Close", "Read more", "Read more...", "Read More »", "Share this", "Share", "Share this article", "Share this story", "Share this page",
		"Share on Facebook", "Share on Twitter", "Share via Email", "Tweet", "Email", "E-mail", "Print", "Print this page", "Save", "Copy link", "Link copied", "Comments", "Comment", "View comments", "Show comments",
		"Leave a comment", "Leave a reply", "Post a comment", "Add a comment", "Advertisement", "Advertisements", "Ad", "Sponsored", "Sponsored content", "Promoted", "Subscribe", "Subscribe now",
		"Sign in", "Log in", "Login", "Register", "Sign up", "Menu", "Search", "Home", "Skip to content", "Skip to main content", "Skip to navigation", "Back to top", "Top", "Next", "Previous", "Next article", "Previous article",
		"Continue reading", "Continue reading the main story", "Story continues below advertisement", "Story continues below", "Article continues below", "Keep reading", "Load more", "Show more", "Show less", "See more", "View more", "More", "Less",
		"Related", "Related articles", "Related stories", "Related news", "Related topics", "Related content", "Related coverage", "Related subjects", "Most read", "Most popular", "Most viewed", "Top stories", "Trending", "Trending now", "Latest news", "Latest",
		"Recommended", "Recommended for you", "You may also like", "You might also like", "More on this story", "More stories", "More news", "More from this section", "Editor's picks", "Editors' picks", "Popular", "Also read", "See also",
		"Story highlights", "Highlights", "Key points", "Facebook", "Twitter", "WhatsApp", "LinkedIn", "Reddit", "Telegram", "Instagram", "YouTube", "Pinterest", "Messenger", "RSS", "Newsletter", "Newsletters", "Follow us", "Contact us", "About us",
		"Terms of use", "Terms of service", "Terms and conditions", "Privacy policy", "Cookie policy", "Accept", "Accept all", "Accept cookies", "Reject all", "Manage preferences", "OK", "Got it", "No thanks",
		"END", "(END)", "Enditem", "###", "-30-", "- 30 -", "-0-", "Ends", "[Ends]", "(ENDS)", "Watch now", "Watch live", "Listen", "Listen to this article", "Play video", "Play", "Watch", "Video", "Photos", "Gallery", "View gallery", "Image", "Hide caption", "Toggle caption", "Enlarge", "Enlarge this image", "Loading", "Loading...",
		"Our Standards: The Thomson Reuters Trust Principles.", "Media playback is unsupported on your device", "Share page", "About sharing", "All rights reserved", "All rights reserved.", "For immediate release", "Press release", "Press releases", "Breaking news", "News", "World", "Politics", "Opinion", "Business", "Sport", "Sports",
		"(more)", "(fd)", "nn", "Permalink", "Date", "Author", "Keywords", "Press contact", "Press contacts", "Media contact", "Media contacts", "Media enquiries", "Press officer", "(Concludes)", "Concludes", "Live", "Live blog", "Live updates", "LIVE LIVE BLOG", "More articles by this reporter", "More articles by this author", "Feedback: Send us your feedback", "Send us your feedback", "Text size", "Font size", "Print article", "Send", "Cite", "Download", "Download PDF", "Translate", "Languages", "English", "Reply", "Like", "Report", "Notes to editors", "Thank you for reading", "PHOTO NOT FOR SALE")
	put(startBoiler,
		"Read more:", "Read more about", "Read also:", "Also read:", "Read:", "Read next:", "Related:", "See also:", "More:", "More on", "More from", "Related video", "Watch:", "Watch more:", "Watch the video", "Listen:", "Click here", "Tap here", "Click to", "Sign up for", "Sign up to", "Sign up here", "Subscribe to", "Subscribe for", "Follow us on", "Follow me on", "Like us on", "Join us on", "Join our",
		"Get the latest", "Get our", "Get breaking news", "Download the", "Download our", "Share this", "Support our", "Already a subscriber", "Already have an account", "Become a member", "Log in to", "Sign in to", "Create an account", "To comment on", "Have your say", "Send your", "Email us", "Contact us at", "For more on", "For more information", "For further information", "Visit our", "Follow the latest",
		"Keywords", "Tags:", "Topics:", "Tag:", "Categories:", "Category:", "Filed under", "Filed Under:", "Related Subjects", "Permalink", "Image size", "Original source", "Copyright", "Posted in", "Full story:", "Read full story", "Order reprints", "Share on Facebook", "Share on Twitter", "Recommended:", "Recommended Stories", "Up next", "Story continues", "Support quality journalism", "Most popular in", "Trending in")
	put(alwaysBoiler,
		"We use cookies", "This website uses cookies", "This site uses cookies", "Our website uses cookies", "Our site uses cookies", "By using this site", "By using our site", "By clicking", "By continuing to use", "By continuing to browse", "By signing up you", "By signing up, you", "By subscribing you", "By subscribing, you", "Please sign in", "Please sign up", "An earlier version of this", "The views expressed in this", "The views expressed here", "Views expressed in this", "The opinions expressed in this", "Opinions expressed in this", "To continue reading this", "Unlock this article", "You have reached your limit", "Your subscription has", "Please enable JavaScript", "You need to enable JavaScript", "JavaScript is disabled", "Your browser does not support", "This content is not available", "This content is imported", "This video is not available", "This video cannot be played", "This material may not be published",
		"All rights reserved", "Copyright ©", "©", "Copyright (c)", "For information media", "Not an official record", "This is a breaking news story", "This is a developing story", "This story has been updated", "This article has been updated", "This article was originally published", "This article was amended", "This article was first published", "This story was originally published", "Disclaimer:", "Thank you for subscribing", "Please check your inbox", "Sign up to our newsletter", "Why you can trust", "Please subscribe", "Please log in", "A version of this article appear", "A version of this article appears", "A version of this article appeared", "A version of this story appeared", "A version of this story first appeared", "You must be logged in", "You must be signed in", "You need to be logged in", "You need to log in", "While citing and using any")
	put(captionStart,
		"FILE PHOTO:", "FILE PHOTO -", "FILE PHOTO", "FILE -", "FILE –", "FILE —", "FILE: ", "(FILES)", "[File photo]", "File photo:", "File photo of", "File image", "File picture", "(File photo)", "[FILE]", "PHOTO:", "PHOTO -", "Image caption", "Media caption", "Image:", "Caption:", "Photo caption", "Pictured:", "Pictured above", "Video caption",
		"In this photo", "In this file photo", "In this image", "In this picture", "In this handout", "In this undated", "In this photograph", "In this combination", "In this screengrab", "In this frame", "This photo", "This undated photo", "This file photo", "This handout", "This image", "This picture taken", "This photograph taken", "This combination of", "This combination photo", "This satellite image", "A handout photo", "A handout picture", "An undated photo", "A file photo", "A screengrab", "A combination photo")
	put(creditStart,
		"Courtesy of", "Reporting by", "Additional reporting by", "Additional reporting", "Writing by", "Editing by", "Edited by", "Compiled by", "Translated by", "Source:", "Sources:", "Photo by", "Photos by", "Photo:", "Photos:", "Photograph:", "Photographs:", "Photographer:", "Photo courtesy", "Photo credit", "Photo/", "Photography by", "Picture:", "Pictures:", "Credit:", "Credits:", "Image credit", "Image copyright", "Image source", "Image courtesy", "Getty Images", "AP Photo", "AFP photo", "AFP via", "REUTERS/", "AFP/", "AP/", "EPA/", "Xinhua/", "Yonhap/", "Kyodo/", "TASS/", "Video by", "Video:", "Graphic:", "Graphics by", "Graphic by", "With reporting by", "With files from", "With additional reporting", "With input from", "With inputs from", "With agencies", "Agencies", "Report by", "Contributed by", "Produced by", "Interview by", "Interview conducted by", "Author:", "Editor:", "Editors:", "Reporter:", "Writer:", "Cameraman:", "Producer:", "Illustration:", "Illustration by", "Some information for this report", "Some information in this report", "Material from", "Text by", "Web editor:")
	put(bylineStart, "By", "Written by", "Story by", "Words by", "Reported by", "Author", "Posted by", "Published by", "Analysis by", "Opinion by", "Commentary by", "Guest post by", "From our correspondent")
	put(headlineLabel, "TITLE:", "HEADLINE:", "Headline:", "Title:", "HL:")
	return newTable(all), newTable(first)
}

// phrase returns the longest known phrase that the tokens [first, last) begin with and
// where it ends. A phrase that only counts as a whole line is only found when it is one.
func (d *Document) phrase(first, last int32) (phraseKind, int32) {
	if !phraseFirst.get(d.Tokens[first].Hash) {
		return noPhrase, first
	}
	kind, end := noPhrase, first
	h := uint64(0)
	for i := first; i < last && i < first+maxPhrase; i++ {
		h = hashStep(h, d.Tokens[i].Hash)
		k := phrases.get(h)
		if k == noPhrase || k == wholeBoiler && i+1 < last && !(i+2 == last && d.Tokens[i+1].Kind == Punct) {
			continue
		}
		kind, end = k, i+1
	}
	return kind, end
}

// menu reports whether a line is a row of a page's buttons: "Menu Home World Sign in".
func (d *Document) menu(first, last int32) bool {
	if last-first > 30 || !phraseFirst.get(d.Tokens[first].Hash) {
		return false
	}
	n := 0
	for i := first; i < last; n++ {
		end, h := i, uint64(0)
		for j := i; j < last && j < i+maxPhrase; j++ {
			h = hashStep(h, d.Tokens[j].Hash)
			if phrases.get(h) == wholeBoiler || n > 0 && phrases.get(h) == startBoiler {
				end = j + 1
			}
		}
		if end == i {
			return false
		}
		i = end
	}
	return n >= 2
}
