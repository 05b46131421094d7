package text

// The texts are our own; the countries and people in them are invented.
var houseStyles = []houseStyle{
	{
		name: "Reuters",
		src: `Tarvia says ready to reopen Lapor crossing
By Clara Jensen
3 Min Read
PORT TARVIA (Reuters) - Tarvia is ready to reopen the crossing, Foreign Minister Peter Lund said on Monday.
FILE PHOTO: Tarvia's Foreign Minister Peter Lund speaks in Port Tarvia, Tarvia, March 2, 2020. REUTERS/Tom Hale/File Photo
"We have waited long enough," he said.
(Reporting by Clara Jensen; Editing by Tom Hale)
Our Standards: The Thomson Reuters Trust Principles.`,
		want: `headline: Tarvia says ready to reopen Lapor crossing
byline: By Clara Jensen
boilerplate: 3 Min Read
dateline: PORT TARVIA (Reuters) -
- Tarvia is ready to reopen the crossing, Foreign Minister Peter Lund said on Monday.
boilerplate: FILE PHOTO:
caption: Tarvia's Foreign Minister Peter Lund speaks in Port Tarvia, Tarvia, March 2, 2020.
credit: REUTERS/Tom Hale/File Photo
- "We have waited long enough," he said.
credit: (Reporting by Clara Jensen; Editing by Tom Hale)
boilerplate: Our Standards: The Thomson Reuters Trust Principles.`,
		place: "PORT TARVIA", agency: "Reuters",
	},
	{
		name: "AP",
		src: `Tarvia, neighbors agree on bridge
By CLARA JENSEN, Associated Press Writer

LAPOR, Tarvia (AP) _ Tarvia and its neighbors agreed Monday to rebuild a bridge.

Officials said the work would take two years.

___

Associated Press writer Tom Hale in Lapor contributed to this report.`,
		want: `headline: Tarvia, neighbors agree on bridge
byline: By CLARA JENSEN, Associated Press Writer
dateline: LAPOR, Tarvia (AP) _
- Tarvia and its neighbors agreed Monday to rebuild a bridge.
- Officials said the work would take two years.
boilerplate: ___
credit: Associated Press writer Tom Hale in Lapor contributed to this report.`,
		place: "LAPOR", agency: "AP",
	},
	{
		name: "AFP",
		src: `Tarvia protests over fishing ban

Lapor (AFP) – Tarvia on Monday summoned the ambassador of Lapor.

Fishermen had blocked the port since Friday. (Photo by Tom HALE / AFP)

© 2020 AFP`,
		want: `headline: Tarvia protests over fishing ban
dateline: Lapor (AFP) –
- Tarvia on Monday summoned the ambassador of Lapor.
caption: Fishermen had blocked the port since Friday.
credit: (Photo by Tom HALE / AFP)
boilerplate: © 2020 AFP`,
		place: "Lapor", agency: "AFP",
	},
	{
		name: "Xinhua",
		src: `Tarvian president meets Lapor premier
Source: Xinhua| 2020-03-05 17:01:01|Editor: ab
LAPOR, March 5 (Xinhua) -- Tarvian President Ana Roe met with Lapor's Premier Tom Hale here Thursday.
Roe said the two sides should deepen cooperation. Enditem`,
		want: `headline: Tarvian president meets Lapor premier
credit: Source: Xinhua| 2020-03-05 17:01:01|Editor: ab
dateline: LAPOR, March 5 (Xinhua) --
- Tarvian President Ana Roe met with Lapor's Premier Tom Hale here Thursday.
- Roe said the two sides should deepen cooperation.
boilerplate: Enditem`,
		place: "LAPOR", agency: "Xinhua", date: Date{2020, 3, 5},
	},
	{
		name: "TASS",
		src: `Tarvian envoy to visit Lapor next week
MOSCOW, April 5. /TASS/. Tarvia's special envoy will visit Lapor next week, the Foreign Ministry told TASS.
The envoy's last visit was in 2018.`,
		want: `headline: Tarvian envoy to visit Lapor next week
dateline: MOSCOW, April 5. /TASS/.
- Tarvia's special envoy will visit Lapor next week, the Foreign Ministry told TASS.
- The envoy's last visit was in 2018.`,
		place: "MOSCOW", agency: "TASS", date: Date{2020, 4, 5}, options: Options{Published: Date{2020, 4, 6}},
	},
	{
		name: "Yonhap",
		src: `(LEAD) Tarvia's top envoy to hold talks in Seoul
SEOUL, Nov. 9 (Yonhap) -- Tarvia's chief negotiator will hold talks in Seoul this week, officials said Monday.
This photo, provided by the foreign ministry, shows Tarvia's envoy Tom Hale. (PHOTO NOT FOR SALE) (Yonhap)
"We'll discuss the next steps," an official said.
clara@news.example
(END)`,
		want: `headline: (LEAD) Tarvia's top envoy to hold talks in Seoul
dateline: SEOUL, Nov. 9 (Yonhap) --
- Tarvia's chief negotiator will hold talks in Seoul this week, officials said Monday.
caption: This photo, provided by the foreign ministry, shows Tarvia's envoy Tom Hale. (PHOTO NOT FOR SALE)
credit: (Yonhap)
- "We'll discuss the next steps," an official said.
boilerplate: clara@news.example
boilerplate: (END)`,
		place: "SEOUL", agency: "Yonhap", date: Date{2020, 11, 9}, options: Options{Published: Date{2020, 11, 10}},
	},
	{
		name: "Kyodo",
		src: `Tarvia, Lapor leaders to meet in June
KYODO NEWS - Apr 2, 2020 - 17:01 | All, World
TOKYO, April 2, Kyodo - The leaders of Tarvia and Lapor will meet in June, sources close to the matter said Thursday.
==Kyodo`,
		want: `headline: Tarvia, Lapor leaders to meet in June
timestamp: KYODO NEWS - Apr 2, 2020 - 17:01 | All, World
dateline: TOKYO, April 2, Kyodo -
- The leaders of Tarvia and Lapor will meet in June, sources close to the matter said Thursday.
credit: ==Kyodo`,
		place: "TOKYO", agency: "Kyodo", date: Date{2020, 4, 2},
	},
	{
		name: "BBC",
		src: `Tarvia crisis: Leaders meet for first talks
By Clara Jensen
BBC News, Lapor
Published
2 March 2020
Image source, Getty Images
Image caption, Prime Minister Ana Roe arrived early on Monday
The leaders of Tarvia have met for the first time since the crisis began.
What happened?
The two sides spoke for three hours.
Related Topics
More on this story`,
		want: `headline: Tarvia crisis: Leaders meet for first talks
byline: By Clara Jensen
credit: BBC News, Lapor
timestamp: Published
timestamp: 2 March 2020
credit: Image source, Getty Images
caption: Image caption, Prime Minister Ana Roe arrived early on Monday
- The leaders of Tarvia have met for the first time since the crisis began.
headline: What happened?
- The two sides spoke for three hours.
boilerplate: Related Topics
boilerplate: More on this story`,
		agency: "BBC", date: Date{2020, 3, 2},
	},
	{
		name: "CNN",
		src: `Tarvia's president flies to Lapor for surprise talks
By Clara Jensen and Tom Hale, CNN
Updated 1:19 PM ET, Mon March 2, 2020
Lapor (CNN)President Ana Roe has flown to Lapor for talks.
Story highlights
"It is time," Roe told CNN's Tom Hale.
CNN's Tom Hale contributed to this report.`,
		want: `headline: Tarvia's president flies to Lapor for surprise talks
byline: By Clara Jensen and Tom Hale, CNN
timestamp: Updated 1:19 PM ET, Mon March 2, 2020
dateline: Lapor (CNN)
- President Ana Roe has flown to Lapor for talks.
boilerplate: Story highlights
- "It is time," Roe told CNN's Tom Hale.
credit: CNN's Tom Hale contributed to this report.`,
		place: "Lapor", agency: "CNN", date: Date{2020, 3, 2},
	},
	{
		name: "Guardian",
		src: `Tarvia and Lapor close to deal on fishing rights
Clara Jensen in Lapor
Mon 2 Mar 2020 10.30 GMT
Last modified on Mon 2 Mar 2020 12.30 GMT
Fishing boats in the harbour of Lapor. Photograph: Tom Hale/AFP/Getty Images
Tarvia and Lapor are close to a deal on fishing rights, the foreign minister has said.`,
		want: `headline: Tarvia and Lapor close to deal on fishing rights
byline: Clara Jensen in Lapor
timestamp: Mon 2 Mar 2020 10.30 GMT
timestamp: Last modified on Mon 2 Mar 2020 12.30 GMT
caption: Fishing boats in the harbour of Lapor.
credit: Photograph: Tom Hale/AFP/Getty Images
- Tarvia and Lapor are close to a deal on fishing rights, the foreign minister has said.`,
		agency: "AFP", date: Date{2020, 3, 2},
	},
	{
		name: "Deutsche Welle",
		src: `Tarvia's parliament backs peace deal
Lawmakers in Tarvia have voted for the deal by a wide margin.
The vote came after a night of debate, and the opposition walked out. cj/th (AFP, dpa)
Date 02.03.2020
Author Clara Jensen
Related Subjects Tarvia, Lapor
Keywords peace, parliament, vote
Permalink https://news.example/p/abc`,
		want: `headline: Tarvia's parliament backs peace deal
- Lawmakers in Tarvia have voted for the deal by a wide margin.
- The vote came after a night of debate, and the opposition walked out.
credit: cj/th (AFP, dpa)
timestamp: Date 02.03.2020
byline: Author Clara Jensen
boilerplate: Related Subjects Tarvia, Lapor
boilerplate: Keywords peace, parliament, vote
boilerplate: Permalink https://news.example/p/abc`,
		agency: "AFP", date: Date{2020, 3, 2},
	},
	{
		name: "VOA, headline and dateline on one line",
		src:  `Tarvian Lawmakers Back Deal After Long Night LAPOR — Lawmakers in Tarvia have voted for a deal. The opposition walked out.`,
		want: `headline: Tarvian Lawmakers Back Deal After Long Night
dateline: LAPOR —
- Lawmakers in Tarvia have voted for a deal.
- The opposition walked out.`,
		place: "LAPOR",
	},
	{
		name: "Korea Times",
		src: `Tarvia caught between two giants
Posted : 2020-04-04 17:01
Updated : 2020-04-04 20:45
Tarvia s Foreign Minister Peter Lund, right, shakes hands with his counterpart Tom Hale in Lapor, Friday. Courtesy of Ministry of Foreign Affairs
Leaders to meet soon
By Lee Min-ho
Tarvia finds itself caught between two giants.`,
		want: `headline: Tarvia caught between two giants
timestamp: Posted : 2020-04-04 17:01
timestamp: Updated : 2020-04-04 20:45
caption: Tarvia s Foreign Minister Peter Lund, right, shakes hands with his counterpart Tom Hale in Lapor, Friday.
credit: Courtesy of Ministry of Foreign Affairs
headline: Leaders to meet soon
byline: By Lee Min-ho
- Tarvia finds itself caught between two giants.`,
		date: Date{2020, 4, 4},
	},
	{
		name: "UN press release",
		src: `SECRETARY-GENERAL WELCOMES TARVIA AGREEMENT
SG/SM/12345
2 March 2020
The following statement was issued today by the Spokesperson for the Secretary-General:
The Secretary-General welcomes the agreement signed by the parties in Lapor.
For information media. Not an official record.`,
		want: `headline: SECRETARY-GENERAL WELCOMES TARVIA AGREEMENT
headline: SG/SM/12345
timestamp: 2 March 2020
- The following statement was issued today by the Spokesperson for the Secretary-General:
- The Secretary-General welcomes the agreement signed by the parties in Lapor.
boilerplate: For information media. Not an official record.`,
		date: Date{2020, 3, 2},
	},
	{
		name: "call readout",
		src: `Secretary Roe's Call with Tarvian Foreign Minister Lund
Readout
Office of the Spokesperson
March 2, 2020

The below is attributable to Spokesperson Tom Hale:

Secretary Ana Roe spoke today with Foreign Minister Peter Lund. They discussed:
• the reopening of the crossing
• trade between the two countries
The Secretary thanked the Minister.`,
		want: `headline: Secretary Roe's Call with Tarvian Foreign Minister Lund
headline: Readout
headline: Office of the Spokesperson
timestamp: March 2, 2020
- The below is attributable to Spokesperson Tom Hale:
- Secretary Ana Roe spoke today with Foreign Minister Peter Lund.
- They discussed:
- • the reopening of the crossing
- • trade between the two countries
- The Secretary thanked the Minister.`,
		date: Date{2020, 3, 2},
	},
	{
		name: "transcript",
		src: `Remarks to the Press
QUESTION: Will the minister meet his counterpart?
MR. HALE: He will. They meet on Monday.
QUESTION: Where?
SECRETARY ROE: In Lapor.`,
		want: `headline: Remarks to the Press
- QUESTION:
- Will the minister meet his counterpart?
- MR. HALE:
- He will.
- They meet on Monday.
- QUESTION:
- Where?
- SECRETARY ROE:
- In Lapor.`,
	},
	{
		name: "several articles in one",
		src: `Tarvia reopens border
By Clara Jensen
LAPOR (Reuters) - Tarvia reopened its border on Monday.
The ministers were there.
Lapor elects new president
Posted : 2020-03-05 10:00
By Lee Min-ho
Lapor has elected a new president after a long campaign.
She will take office in May.
PORT LAPOR, March 7 (Xinhua) -- Fishermen returned to port on Saturday.`,
		want: `headline: Tarvia reopens border
byline: By Clara Jensen
dateline: LAPOR (Reuters) -
- Tarvia reopened its border on Monday.
- The ministers were there.
==
headline: Lapor elects new president
timestamp: Posted : 2020-03-05 10:00
byline: By Lee Min-ho
- Lapor has elected a new president after a long campaign.
- She will take office in May.
==
dateline: PORT LAPOR, March 7 (Xinhua) --
- Fishermen returned to port on Saturday.`,
		place: "LAPOR", agency: "Reuters",
	},
	{
		name: "an article that breaks off before the next",
		src: `The ministers agreed on most points. The rest will be settled at a meeting in June, when both presidents are expected to come to Lapor and sig
Northern Shipyards said on Friday it would build two ferries.`,
		want: `- The ministers agreed on most points.
- The rest will be settled at a meeting in June, when both presidents are expected to come to Lapor and sig
==
- Northern Shipyards said on Friday it would build two ferries.`,
	},
	{
		name: "ministry press release with a footer",
		src: `FOR IMMEDIATE RELEASE
Ministry of Foreign Affairs of Tarvia
Foreign Minister receives Lapor's ambassador
Port Tarvia, 2 March 2020 – Foreign Minister Peter Lund received the ambassador of Lapor today.
The two discussed trade.
###
For more information, contact the press office.`,
		want: `boilerplate: FOR IMMEDIATE RELEASE
headline: Ministry of Foreign Affairs of Tarvia
headline: Foreign Minister receives Lapor's ambassador
dateline: Port Tarvia, 2 March 2020 –
- Foreign Minister Peter Lund received the ambassador of Lapor today.
- The two discussed trade.
boilerplate: ###
boilerplate: For more information, contact the press office.`,
		place: "Port Tarvia", date: Date{2020, 3, 2},
	},
	{
		name: "web page with everything around it",
		src: `Skip to content
Home » World » Asia
Tarvia, Lapor foreign ministers to meet next week
By Clara Jensen
Published: 14:02 BST, 3 March 2020 | Updated: 16:45 BST, 3 March 2020
131 shares
View comments
The foreign ministers of Tarvia and Lapor will meet next week, three officials said.
- 'Deep concern' -
The U.N. Secretary-General has voiced "deep concern". -- Reuters
Tom Hale contributed reporting.
Follow Clara Jensen on Twitter: @clara
Comments 24`,
		want: `boilerplate: Skip to content
boilerplate: Home » World » Asia
headline: Tarvia, Lapor foreign ministers to meet next week
byline: By Clara Jensen
timestamp: Published: 14:02 BST, 3 March 2020 | Updated: 16:45 BST, 3 March 2020
boilerplate: 131 shares
boilerplate: View comments
- The foreign ministers of Tarvia and Lapor will meet next week, three officials said.
headline: - 'Deep concern' -
- The U.N. Secretary-General has voiced "deep concern".
credit: -- Reuters
credit: Tom Hale contributed reporting.
boilerplate: Follow Clara Jensen on Twitter: @clara
boilerplate: Comments 24`,
		agency: "Reuters", date: Date{2020, 3, 3},
	},
	{
		name: "press statement with indents and a narrow page",
		src: `                      MINISTRY OF FOREIGN AFFAIRS
                         PRESS STATEMENT

   On 3 March 2020 the Foreign Minister, Mr. P. Lund, received in
Port Tarvia the Ambassador of Lapor, H.E. Tom Hale, who presented
a copy of his credentials.

   During the meeting, the sides discussed:
   (a) trade;
   (b) the reopening of the border crossing; and
   (c) preparations for the visit of the Prime Minister of
       Lapor, Ms. Jo Poe, to Tarvia.`,
		want: `headline: MINISTRY OF FOREIGN AFFAIRS
headline: PRESS STATEMENT
- On 3 March 2020 the Foreign Minister, Mr. P. Lund, received in
Port Tarvia the Ambassador of Lapor, H.E. Tom Hale, who presented
a copy of his credentials.
- During the meeting, the sides discussed:
- (a) trade;
- (b) the reopening of the border crossing; and
- (c) preparations for the visit of the Prime Minister of
       Lapor, Ms. Jo Poe, to Tarvia.`,
	},
	{
		name: "newspaper captions",
		src: `Leaders hold talks in Port Tarvia
Ana Roe (right) and Jo Poe (left) at the Palace in Port Tarvia on March 3, 2020. /Courtesy of the Presidential Office
President Ana Roe speaks during a news conference in Port Tarvia, Tuesday. Yonhap
Daily News photo by Shim Min
Port Tarvia, 3 March (Tarvia Today) – President Roe met with Prime Minister Poe on Tuesday, her office said in a statement.`,
		want: `headline: Leaders hold talks in Port Tarvia
caption: Ana Roe (right) and Jo Poe (left) at the Palace in Port Tarvia on March 3, 2020.
credit: /Courtesy of the Presidential Office
caption: President Ana Roe speaks during a news conference in Port Tarvia, Tuesday.
credit: Yonhap
credit: Daily News photo by Shim Min
dateline: Port Tarvia, 3 March (Tarvia Today) –
- President Roe met with Prime Minister Poe on Tuesday, her office said in a statement.`,
		place: "Port Tarvia", agency: "Yonhap", date: Date{0, 3, 3},
	},
}
