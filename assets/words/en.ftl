# What the window says, in English. One message a line, by its key; what is missing in another language is said in
# English. Project Fluent (projectfluent.org) describes the format.
#
# Sentence case. No full stop after a single sentence, no colon after a label, `…` on what asks for more.

language-name = English

## Menus

menu-file = File
menu-edit = Edit
menu-mark = Mark
menu-review = Review
menu-view = View
menu-help = Help
recent-files = Recent files
named-step = { $command }: { $step }

## Commands, in the order of the menus

open-articles = Open articles…
import-annotations = Import annotations…
paste-article = Paste text as an article…
open-sample = Open the sample article
remove-article = Remove this article from the project
new-project = New project
open-project = Open project…
save = Save
save-as = Save as…
article-files = Keep each article in a file of its own
one-file = Keep the project in one file
export = Export…
earlier-states = Earlier states…
reload-project = Read the project again from its file
take-over = Take over from the other Dateline
quit = Quit
undo = Undo
redo = Redo
copy = Copy
select-all = Select the whole article
find-here = Find…
find-next = Find next
find-previous = Find previous
find-in-project = Find in the project…
delete-mark = Delete mark
edit-note = Write a note
entity-facts = Facts about this entity…
toggle-metonym = Stands for its government
set-date = Say what this date means…
relate = Relate two marks
edit-relation = Correct this relation…
tag-all-in-article = Tag all of this name in the article
tag-all-in-project = Tag all of this name in the project
sticky-label = Keep the label for the next selections
pick-label = Choose a label…
edit-labels = Labels…
grow-end = Grow at the end by a word
shrink-end = Shrink at the end by a word
grow-start = Grow at the start by a word
shrink-start = Shrink at the start by a word
next-mark = Next mark
previous-mark = Previous mark
next-suggestion = Next suggestion
previous-suggestion = Previous suggestion
accept = Accept
accept-name = Accept all of this name in the article
accept-entity = Accept all of this entity in the project
accept-all = Accept all that are shown in the article…
reject = Reject
reject-in-article = Reject this name in the article
reject-in-project = Reject this name in the project
know-name = Always suggest this name
forget-name = Forget what was learnt of this name
lists-of-names = Lists of names…
show-surer = Show only what is surer
show-less-sure = Show what is less sure too
show-all-suggestions = Show all suggestions
careful-suggestions = Read carefully (better, slower)
next-article = Next article
previous-article = Previous article
timeline = Timeline
map-of-ties = Map of ties
larger-text = Larger text
smaller-text = Smaller text
normal-text = Normal text size
theme-system = Theme of the system
theme-light = Light theme
theme-dark = Dark theme
choose-language = Language…
all-commands = All commands…
show-keys = Keys
about-dateline = About Dateline
back-out = Back out

## The language of the window

language = Language
language-of-system = Language of the system

## The list of all commands

palette-hint = What do you want to do?
palette-field = Find a command
palette-nothing = No command is called so. Try fewer letters.
palette-row = { $menu }: { $command }
palette-not-now = { $command }, not now

## The sheet of keys

keys-or = { $first } or { $second }
keys-in-article = In the article
keys-label = Label the selection, the current mark or the word at the caret
keys-keep-label = Keep a label for the next selections
keys-arrows = Arrows
keys-move = Move the caret; with Ctrl by words, with Shift to select
keys-drag = Drag
keys-select = Select by words; with Alt by characters
keys-double-click = Double click
keys-select-word = Select a word; three times a sentence
keys-click-mark = Click a mark
keys-select-mark = Select it; click again for the one beneath
keys-back-out = Back out of whatever is going on

## Buttons that many windows have

close = Close
cancel = Cancel
done = Done

## Settings

settings = Settings…
settings-title = Settings
settings-where = yours, on this machine
settings-looks = LOOKS
settings-theme = Theme
settings-theme-system = As the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-zoom = Size of everything
settings-motion = Motion
settings-less-motion = Less motion
settings-reading = READING
settings-text-size = Size of the letters
settings-column = Width of the column
settings-characters = {" "}characters
settings-lines = From line to line
settings-sample = Envoys of both sides met in Vienna on Tuesday for the first time since spring. “We listened,” one of them said, and would not say more.
settings-suggestions = SUGGESTIONS
settings-care = Care
settings-least-sure = Hide what is less sure than
settings-keys = KEYS
settings-keys-find = Find a command
settings-keys-press = Press the keys, or Esc
settings-keys-none = no keys
settings-keys-of = { $command }: { $keys }. Change
settings-keys-remove = Remove
settings-keys-back = As before
settings-keys-refused = { $keys } belongs to labels, the caret or the clipboard.
settings-keys-taken = { $keys } is for “{ $command }” now.
settings-keys-take = Use it here
settings-reset = Set everything back
settings-reset-hint = All settings and keys as they were at first; recent files stay

## The tour

tour = Tour in five steps
tour-step = { $step } of { $steps }
tour-next = Next
tour-back = Back
tour-skip = Skip the tour
tour-end = End the tour
tour-done = done
tour-sample = Open the sample
tour-open = Open an article
tour-open-how = { $open-articles } opens articles from files, or drop files on the window. For now, the sample will do.
tour-review = Review what was found
tour-review-how = { $next-suggestion } goes to the next suggestion. { $accept } accepts it, { $reject } rejects it. Accept three.
tour-mark = Mark words by hand
tour-mark-how = Drag over words, or double-click one, and press the number of a label: 1 for a person, 3 for a place.
tour-entities = See who is who
tour-entities-how = At the right, click “Entities”: each person, place and organization once, with all its names.
tour-save = Save your work
tour-save-how = Press { $save } and choose where: everything goes into one file. Nothing is lost before that either: a crash brings back every step.

## The guide

guide = Guide
guide-title = Guide
guide-open = Open articles
guide-open-text = Text, web pages, PDF, Word, mails, agency feeds, tables and more: open them with { $open-articles }, drop them or a whole folder on the window, or paste text with { $paste-article }. Nothing is ever fetched from the network. Title, author and date are read from the file; click them above the article to correct them. “How this article was read” shows what was left out of a web page.
guide-review = Review suggestions
guide-review-text = People, organizations, places, groups, events and dates are underlined as soon as an article is open. { $next-suggestion } goes to the next one, { $accept } accepts, { $reject } rejects, a number accepts it under another label. { $accept-entity } accepts all of an entity, { $accept-name } all of a name, { $accept-all } all that are shown, after a look. Every answer is learnt from at once.
guide-mark = Mark by hand
guide-mark-text = Drag over words and press the number of a label; { $pick-label } finds a label by its name. With the caret in a word the number alone is enough. { $grow-end } and { $shrink-end } move the end of a mark, { $grow-start } and { $shrink-start } its start, { $delete-mark } removes it, { $tag-all-in-article } tags the same name everywhere in the article. Marks may overlap and nest. { $undo } takes back every step, also after a restart.
guide-entities = Tie names together
guide-entities-text = Mentions of one person or place are one entity, listed at the right. Tick several to merge them, take a mention out where it is someone else, and press { $entity-facts } for what is known about it. { $relate } relates two marks; the map of ties ({ $map-of-ties }) shows who is tied to whom.
guide-dates = Dates
guide-dates-text = Dates are read against the day of publication: “last Tuesday” gets its day, in small letters beneath it. { $set-date } says what a date means where it was read wrongly. The timeline ({ $timeline }) has all of them in order.
guide-find = Find
guide-find-text = { $find-here } finds in the article, { $find-in-project } in the whole project: words, whole words, expressions, and marks, as in “label:Person near:5 talks”. All that was found can be tagged at once. { $all-commands } finds every command by its name.
guide-labels = Labels
guide-labels-text = { $edit-labels } opens the labels of the project: add, rename, recolour, merge and delete them, or use another set. Before marks change, you see how many.
guide-safe = Nothing is lost
guide-safe-text = Every step is on disk a moment after it is made, saved or not. After a crash everything comes back by itself. { $earlier-states } shows earlier states of the project and goes back to one. If another program changes the file, nothing of either side is overwritten.
guide-exchange = Exchange
guide-exchange-text = Export ({ $export }) writes CSV, JSON lines, CoNLL, brat, spaCy, UIMA, WebAnno, W3C annotations, STIX, graphs, a report and more; annotations of these tools come in with { $import-annotations }. The project itself is one readable file in RON.
tour-offer = New here? Take the tour: five steps, two minutes

## Counts

article-count =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
mark-count =
    { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    }
mention-count =
    { $count ->
        [one] { $count } mention
       *[other] { $count } mentions
    }
entity-count =
    { $count ->
        [one] { $count } entity
       *[other] { $count } entities
    }
metonym-count =
    { $count ->
        [one] { $count } metonym
       *[other] { $count } metonyms
    }
relation-count =
    { $count ->
        [one] { $count } relation
       *[other] { $count } relations
    }
label-count =
    { $count ->
        [one] { $count } label
       *[other] { $count } labels
    }
name-count =
    { $count ->
        [one] { $count } name
       *[other] { $count } names
    }
count-of-dates =
    { $count ->
        [one] { $count } date
       *[other] { $count } dates
    }
sentence-count =
    { $count ->
        [one] { $count } sentence
       *[other] { $count } sentences
    }
tie-count =
    { $count ->
        [one] { $count } tie
       *[other] { $count } ties
    }
word-count =
    { $count ->
        [one] { $count } word
       *[other] { $count } words
    }

## The window and its bars

untitled-project = Untitled project
title-only-read = { $name } (only to be read)
opening = Opening…
saving = Saving…
not-saved = Not saved
saved = Saved
marked-to-review = { $marked } marked · { $open } to review
reading-of = Reading { $place } of { $all }
each-selection-becomes = Each selection becomes { $label } · Esc ends it
characters-selected =
    { $count ->
        [one] { $count } character selected
       *[other] { $count } characters selected
    }
caret-place = ¶ { $paragraph }, character { $character }
dismiss = Dismiss
drop-to-open = Drop to open
reviewed-of = { $done } of { $all } reviewed
no-labels-yet = No labels yet
edit-this-label = Edit this label…
label-is-kept = Kept: every new selection gets this label. Esc ends it.
back-to-article = Back to the article

## The list of articles

articles-head = ARTICLES
articles-head-count = ARTICLES · { $count }
article-row = { $title }, { $state }
remove-from-project = Remove from the project
pasted-text = pasted text
no-headline = no headline
marked-looking = { $marked } marked · looking for names…

## The article

article-text = Article text
article-position = Article position
said-suggestion = Suggestion, { $label }: { $words }
published-on = published { $day }
published-from = published { $day } ({ $origin })
publication-unknown = publication date unknown
needed-for-dates = needed for { $count ->
        [one] { $count } date
       *[other] { $count } dates
    }
english = English
welcome-title = Read an article
welcome-hint = Open articles, or drop files on this window. Names, places and dates are suggested at once; you accept, correct, or mark by hand.
welcome-sample = Open the sample
welcome-paste = Paste text…
recent = Recent

## Finding

find = Find
find-hint = Words, label:Person, Person said
find-match-case = Match case
find-word = Word
find-whole-words = Whole words
find-regex = Regular expression
find-close-hint = Close (Esc)
find-close = Close find
nothing-found = Nothing found
place-of = { $place } of { $count }
tag-all = Tag all
tag-all-hint = Marks all { $count } as { $label }, as one step
untag = Untag
untag-hint = Takes the mark { $label } off exactly these words, as one step
tag-all-label = Label for Tag all: { $label }
find-page-title = Find in the project
found-in = { $count } in { $articles }
found-in-first = { $count } in { $articles } · the first of many
found-in-searching = { $count } in { $articles } · searching…
find-by-article = By article
find-by-before = By the word before
find-by-after = By the word after
order-is = Order: { $order }
find-syntax = Type words. label:Person finds every mark with that label, Person said a mark with the word after it, and label:Person near:5 talks both with at most five words between.
find-in-all = Find in all articles
searching = Searching…
searching-hint = What is found comes in as it is found.
nothing-found-hint = Try fewer words, or without the switches beside the field.
found-in-article = { $title }, { $count } found
found-row = { $words }, in { $title }

## Mentions

tab-articles = Articles
tab-mentions = Mentions
tab-entities = Entities
tab-suggestions = Suggestions
tab-relations = Relations
no-marks-yet = No marks yet
no-marks-hint = Drag over words and press a label key, or accept suggestions with { $accept }.
metonym-mark = stands for its government
entity-in-project = Entity: { $name } · { $count } in the project
delete = Delete
another-entity = Another entity
another-entity-hint = This mention means another one: it gets an entity of its own
note = Note
note-hint = Note: kept when you leave the field

## What a date means

by-hand = by hand
or-read-as = Or { $line }
read-as-value = Read it as { $value }
or-values = or { $values }
another-date = Another date…
day-unknown = Which day is meant is not known
counts-from-publication = Counts from the publication date, which is unknown
set = Set…
set-publication-hint = Set the publication date of this article
kind-date = DATE
kind-time = TIME
kind-duration = DURATION
kind-set = SET

## Entities

of-project = project
of-article = article
find-entity = Find an entity
label-filter = Label
label-filter-on = Label •
all-labels = All labels
order = Order
order-mentions = Most mentions first
order-name = By name
order-text = As they come in the text
no-entities-yet = No entities yet
no-entities-hint = Each mark belongs to one: accept a suggestion or mark a name.
no-entity-fits = No entity fits
no-entity-fits-hint = Look for other words, or for all labels.
merge-entities-into = into { $name }, { $label }
merge-entities-of-other-labels = Their labels differ! Into { $name }, { $label }
merge-these = Merge these { $count }
merge-tick-hint = Tick several to merge them
merge-one = Merge { $name }
facts = Facts…
facts-hint = What is known about this entity
entity-name = Name of the entity

## Suggestions

to-review = { $count } to review
in-order = in order
by-entity = by entity
at-least = At least
percent-sure = { " " }% sure
at-least-hint = Of suggestions at 90 %, about nine in ten are right
filter = Filter
filter-on = Filter •
more-hidden =
    { $count } more { $count ->
        [one] is
       *[other] are
    } hidden
show-all = Show all
from-source = from { $source }
looking-for-names = Looking for names…
looking-hint = You can read and mark meanwhile.
nothing-shown = Nothing is shown
nothing-shown-hint = What is left is hidden by the slider or the filter above.
all-reviewed = All reviewed
all-reviewed-hint = Nothing is left to review in this article. { $next-suggestion } goes to the next article with suggestions.
accept-these = Accept { $what }
reject-these = Reject { $what }
key-next = next
key-accept = accept
key-whole-entity = whole entity
key-reject = reject
key-accept-as = accept as another label

## Relations

no-relations-yet = No relations yet
no-relations-hint = Select a mark, press R, then click the mark that it is related to.
relation-edit-hint = Date, type and note of this relation
relation-correct = Correct { $relation }
relation-remove-hint = Remove this relation
relation-remove = Remove { $relation }

## Days and months

day = { $day } { $month } { $year }
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec

## Where marks and suggestions come from

source-by-hand = by hand
source-imported = from { $tool }
suggester-memory = memory
suggester-gazetteer = gazetteer
suggester-rules = rules
suggester-tagger = tagger

## The labels

labels = Labels
relation-types = Relation types
labels-counts = { $set } · { $labels }
labels-export-hint = Labels and relation types as a file of their own
labels-use-others = Use other labels
labels-from-file = From a file…
labels-from-file-hint = A file of labels, or another project
labels-none-chosen = No label is chosen
labels-none-chosen-hint = A label says what kind of thing a mark is: a person, a place, a date.
labels-none = There are no labels yet
labels-none-hint = Add one below, or use one of the ready sets. Marks need a label.
label-new = New label
label-row = { $label }, { $marks }
label-row-key = { $label }, key { $key }, { $marks }
add = Add
field-name = Name
label-name = Name of the label
label-needs-name = A label needs a name
label-name-taken = There is a label “{ $name }” already
label-key = Key
label-key-none = None
label-key-is = Key { $key }
label-no-key = No key
label-key-swap = { $other } has it, and gets the key of { $label }
label-colour = Colour
label-colour-field = Colour of the label, #rrggbb
label-colour-wrong = #rrggbb is expected, such as #3b6fd4
label-colour-is = Colour { $colour }
sample-marked = marked
sample-suggested = suggested
contrast = Contrast with the page: light { $light }, dark { $dark }
contrast-light = Words of this colour are a shade darker in the light theme, so that they can be read
contrast-dark = Words of this colour are a shade lighter in the dark theme, so that they can be read
contrast-both = Words of this colour are a shade darker or lighter, so that they can be read (4.5 : 1)
label-words = What to mark with it, and what not
label-words-field = What to mark with the label
label-names = What other tools call it; exports use the first, imports and suggestions know all
label-names-field = What other tools call the label
label-common-names = Common names
label-carried = { $marks } in { $articles } · { $entities }
move-up = Move up
move-down = Move down
merge-into = Merge into…
merge-into-label = Merge into { $label }
delete-this = Delete…
type-new = New relation type
types-none = There are no relation types yet
types-none-hint = A relation type says what two marks may be to each other: Met, Leads, Located in.
type-row = { $name }, { $relations }
type-symmetric = Says the same from either end
type-name-caption = Name, read from the first to the second
type-name = Name of the relation type
type-needs-name = A relation type needs a name
type-name-taken = There is a relation type “{ $name }” already
type-back-caption = Read from the other end
type-back = Name from the other end
type-between = Between these; none chosen: any
type-from = From these; none chosen: any
type-to = To these; none chosen: any
chip-from = From { $label }
chip-to = To { $label }
pending-nothing-carries = Nothing in the project carries it
pending-nothing-changes = Nothing would change
pending-merge = Merge { $labels } into { $into }?
pending-merge-yes = Merge
pending-delete = Delete { $name }?
pending-delete-type = Delete { $name }?
pending-use = Use the labels { $set }?
pending-use-yes = Use them
pending-yes = Do it
one-step-to-undo = One step to undo

## The map of ties

ties-none-hint = Mark names, or accept suggestions. Entities that share a sentence or a relation are tied here.
ties-drawing = Drawing the map
ties-drawing-hint = It comes as soon as it is worked out.
show-label = Show { $label }
leave-out-label = Leave out { $label }
ties-counts = { $entities } · { $ties }
ties-counts-rest = { $entities } · { $ties } · { $left } rarer left out
tie-of = { $first } and { $second } · { $sentences }
tie-gone = Nothing says so any more
tie-gone-hint = The project has changed since.

## The timeline

timeline-axis = Axis of days
timeline-dates-here = { $count } dates here; a click shows them in the list
timeline-hint = Who, where, what
timeline-field = Show only sentences with this name
chip-with = With { $label }
only-with = Only sentences that have { $label }
lane-days = Days
lane-weeks = Weeks
lane-months = Months
lane-quarters = Quarters
lane-years = Years
lane-longer = Longer
timeline-reading = { $dates } · reading articles…
timeline-seen = { $seen } of { $dates }
timeline-reading-title = Reading the articles
timeline-reading-hint = The dates come as soon as they are found.
timeline-none = No dates are marked yet
timeline-none-hint = Accept suggestions of dates, or mark words such as “Saturday” with the label Date. They come together here, in the order of the days.
timeline-review = Review suggestions
timeline-no-day = The marked dates name no day yet
timeline-no-day-hint = Words such as “Saturday” name a day once it is known when the article was published.
timeline-undated =
    { $count ->
        [one] { $count } date has
       *[other] { $count } dates have
    } no day
timeline-set-published = Say when it was published…
timeline-nothing-fits = Nothing fits the filter
timeline-nothing-fits-hint = Take a label off, or look for another name.

## What dates mean, as the core says it (src/time/resolve/line.rs)

date-monday = Monday
date-tuesday = Tuesday
date-wednesday = Wednesday
date-thursday = Thursday
date-friday = Friday
date-saturday = Saturday
date-sunday = Sunday
date-jan = Jan
date-feb = Feb
date-mar = Mar
date-apr = Apr
date-may = May
date-jun = Jun
date-jul = Jul
date-aug = Aug
date-sep = Sep
date-oct = Oct
date-nov = Nov
date-dec = Dec
date-spring = spring
date-summer = summer
date-autumn = autumn
date-winter = winter
date-morning = morning
date-afternoon = afternoon
date-evening = evening
date-night = night
date-clock = { $number-hour }:{ $number-minute }
date-clock-utc = { $said-clock } UTC
date-day = { $number-day } { $said-month } { $number-year }
date-weekday-day = { $said-weekday } · { $said-day }
date-month-day = { $number-day } { $said-month }
date-month-year = { $said-month } { $number-year }
date-days = { $number-first }–{ $number-last } { $said-month } { $number-year }
date-days-of-months = { $number-first } { $said-month } – { $number-last } { $said-next } { $number-year }
date-days-of-years = { $number-first } { $said-month } { $number-year } – { $said-last }
date-weekend-of = weekend of { $said-days }
date-week-of = week of { $said-day }
date-quarter = Q{ $number-quarter } { $number-year }
date-quarter-alone = Q{ $number-quarter }
date-first-half = first half of { $number-year }
date-second-half = second half of { $number-year }
date-year = { $number-year }
date-years = { $number-first }–{ $number-last }
date-decade = { $number-decade }s
date-century-st = { $number-century }st century
date-century-nd = { $number-century }nd century
date-century-rd = { $number-century }rd century
date-century-th = { $number-century }th century
date-with-about-time = { $said-day }, about { $said-time }
date-with-time = { $said-day }, { $said-time }
date-by = by { $said-date }
date-until = until { $said-date }
date-since = since { $said-date }
date-before = before { $said-date }
date-after = after { $said-date }
date-about = about { $said-date }
date-early = early { $said-date }
date-mid = mid-{ $said-date }
date-late = late { $said-date }
date-start-of = start of { $said-date }
date-end-of = end of { $said-date }
date-earlier-in = earlier in { $said-date }
date-later-in = later in { $said-date }
date-earlier-on = earlier on { $said-date }
date-later-on = later on { $said-date }
date-more-than = more than { $said-length }
date-less-than = less than { $said-length }
date-at-least = at least { $said-length }
date-at-most = at most { $said-length }
date-the-last = the last { $said-length }
date-the-next = the next { $said-length }
date-every = every { $said-what }
date-every-day = every day
date-every-week = every week
date-every-month = every month
date-every-year = every year
date-unit-second = second
date-unit-minute = minute
date-unit-hour = hour
date-unit-day = day
date-unit-weekend = weekend
date-unit-week = week
date-unit-month = month
date-unit-quarter = quarter
date-unit-half = half-year
date-unit-season = season
date-unit-year = year
date-unit-decade = decade
date-unit-century = century
date-one-second = { $number-count } second
date-some-seconds = { $number-count } seconds
date-one-minute = { $number-count } minute
date-some-minutes = { $number-count } minutes
date-one-hour = { $number-count } hour
date-some-hours = { $number-count } hours
date-one-day = { $number-count } day
date-some-days = { $number-count } days
date-one-weekend = { $number-count } weekend
date-some-weekends = { $number-count } weekends
date-one-week = { $number-count } week
date-some-weeks = { $number-count } weeks
date-one-month = { $number-count } month
date-some-months = { $number-count } months
date-one-quarter = { $number-count } quarter
date-some-quarters = { $number-count } quarters
date-one-half-year = { $number-count } half-year
date-some-half-years = { $number-count } half-years
date-one-season = { $number-count } season
date-some-seasons = { $number-count } seasons
date-one-year = { $number-count } year
date-some-years = { $number-count } years
date-one-decade = { $number-count } decade
date-some-decades = { $number-count } decades
date-one-century = { $number-count } century
date-some-centurys = { $number-count } centurys
date-several-seconds = several seconds
date-several-minutes = several minutes
date-several-hours = several hours
date-several-days = several days
date-several-weekends = several weekends
date-several-weeks = several weeks
date-several-months = several months
date-several-quarters = several quarters
date-several-half-years = several half-years
date-several-seasons = several seasons
date-several-years = several years
date-several-decades = several decades
date-several-centuries = several centuries

## How exact dates are (src/view/timeline/)

core-precision-deadline = deadline
core-precision-from = from then on
core-precision-roughly = roughly
core-precision-days = days
core-precision-day = day
core-precision-weekend = weekend
core-precision-week = week
core-precision-month = month
core-precision-quarter = quarter
core-precision-half-year = half-year
core-precision-season = season
core-precision-year = year
core-precision-decade = decade
core-precision-century = century

## What was done, and what could not be

names-added = { $names } added
names-none-added = No names were added
names-added-know = { $names } added, with something to know
name-known = “{ $words }” is on your own list now and is always suggested
name-forgotten = What was learnt of “{ $words }” is forgotten; marks of it stay
exported-path = Exported { $path }
names-not-exported = The names were not exported
could-not-be-done = That could not be done: { $why }
no-annotations-in-file = { $path }: no annotations that Dateline can read
no-annotations-chosen = There are no annotations in what was chosen
imported-counts = Imported { $counts }
nothing-imported = Nothing was imported: { $why }
exported-to = Exported to { $path }
project-not-exported = The project was not exported
opened-with-know = Opened, with something to know
some-not-opened = { $bad } of { $all } could not be opened
text-too-long = This text is longer than 1 GiB
article-not-added = The article was not added: { $why }
article-removed = The article was taken out of the project; undo brings it back. Its file was not touched
project-not-opened = The project could not be opened
saved-path = Saved { $path }
saved-one-file = Saved { $path }, all of it in this file now
saved-article-files = Saved { $path }; each article has a file of its own in the folder “.articles” beside it now
not-saved-but-kept = The project was not saved; everything is still here, and safe if the machine stops
not-saved-but-here = The project was not saved; everything is still here
opened-not-as-left = The project was opened, but its file is not as Dateline left it. It is kept aside before the next save
unsaved-work-left = There is unsaved work from a run that did not end; start Dateline without a file to bring it back
tagged-as = { $count } tagged as { $label }
tagged-as-rest = { $count } tagged as { $label }; { $rest } were so already
tagged-but-parts = { $said }; { $count } within longer words left out
marks-taken-off = { $count } marks of { $label } taken off
state-unreadable = This earlier state cannot be read
went-back = The project is as it was then; undo brings back what was there
changed-by-other = Another program has changed { $name }; saving asks what to do, “{ $command }” takes it
read-again-short = Read the project again
removed-by-other = Another program has removed { $name }; saving makes it again
kept-again = What you do is kept safe again
not-kept = What you do now is lost if the machine stops: it cannot be kept safe. Save, or make room
taken-over = Another Dateline has taken this project over; here it is only to be read now
labels-changed = { $step }: done; “Undo” takes it back
no-labels-in-file = There are no labels to use in { $name }
labels-not-exported = The labels were not exported
select-words-first = Select words first, or put the caret into a word
carry-already = These words carry this label already
select-mark-for-note = Select a mark first: a note belongs to one
select-mark-for-all = Select a mark first, or give the words a label: then every same name gets it
step-count-new = { $step }: { $count } new
all-marked-already = Every mention of this name is marked already
article-has-no-marks = This article has no marks yet
article-not-read-again = The article was not read again: { $why }
relate-select-first = Select a mark first: a relation goes from one mark to another
relate-to-which = Relate to which mark? Click it, or go to it and press Enter
relate-none-fits = No type of relation joins marks of these two labels; choose another mark
suggestions-coming = Suggestions are being made…
every-suggestion-reviewed = Every suggestion is reviewed
nothing-to-accept = There is nothing to accept in this article
accepted-all = { $step }. Undo takes all of them back.
article-reviewed = Every suggestion of this article is reviewed
careful-on = Articles are read carefully from now on
careful-off = Articles are read quickly from now on; what was read carefully stays

## What came in with annotations

counts-articles =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
counts-articles-known =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    } ({ $known } there already)
counts-marks-changed =
    { $count ->
        [one] { $count } changed mark
       *[other] { $count } changed marks
    }
counts-labels-new =
    { $count ->
        [one] { $count } new label
       *[other] { $count } new labels
    }
counts-rest =
    { $counts }; { $count ->
        [one] { $count } mark
       *[other] { $count } marks
    } there already or left out

## Dialogs of the system

dialog-open-articles = Open articles
dialog-articles = Articles
dialog-all-files = All files
dialog-open-project = Open project
dialog-project = Dateline project
dialog-use-labels = Use labels
dialog-labels-or-project = Labels, or a project
dialog-export-labels = Export labels
dialog-labels = Labels for Dateline
dialog-import-annotations = Import annotations
dialog-export-folder = Export to a folder
dialog-export = Export
dialog-import-names = Import names
dialog-names = Lists of names
dialog-export-names = Export names
dialog-table = Table (CSV)
dialog-save-project = Save project
path-hint = This system shows no file dialog, so type the path here.
path = Path
open = Open

## Saving, and what other programs did

question-save = Save the changes to { $name }?
question-kept = Without saving they are given up. Earlier states, in the menu File, keep a copy.
question-quit = They are lost if you quit without saving.
question-new = They are lost if you begin a new project without saving.
question-open = They are lost if you open another project without saving.
question-no = Don't save
foreign-title = { $name } was changed by another program
foreign-hint = Nothing was written over it, and everything that you did is still here.
foreign-copy = Save mine as a copy…
foreign-mine = Save mine, and keep theirs beside it
foreign-theirs = Take theirs
foreign-stays = Mine stays among the earlier states, in the menu File
history-title = Earlier states
history-none = None is kept yet. One is kept when you save, and now and then while you work.
history-go-back = Go back to this state
history-go-back-hint = One step: undo brings back what is there now
history-row = { $age }, { $reason }
history-more = and { $count } more
history-opened = as it was opened
history-saved = saved
history-working = while you worked
history-given-up = not saved, given up
history-replaced = another project, saved over
just-now = Just now
minutes-ago =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    } ago
hours-ago =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    } ago
days-ago =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    } ago

## Windows for articles

paste-title = Paste text as an article
paste-title-hint = Title (may stay empty)
title = Title
paste-text-hint = Paste the article here
paste-text = Text of the article
paste-add = Add article
facts-title = About this article
article-title-field = Title of the article
published = Published
published-field = Publication date
published-hint = 2024-11-10, or 10 November 2024
read-as-day = The date is { $day }
author = Author
author-field = Author of the article
publisher = Publisher
publisher-field = Publisher of the article
address = Address
address-field = Address of the article
unknown = unknown
no-date = This is no day: write it as 2024-11-10, or as 10 November 2024
found-where = found in: { $origin }
reading-title = How this article was read
reading-file = Reading the file…
read-as = { $name }, read as { $encoding }
reading-several = The file holds several articles: they come beside those that are there
reading-beside = This article has marks and stays; the new one comes beside it
reading-instead = The new article takes the place of this one, as one step to undo
reading-use = Use this reading
encoding = Encoding
encoding-found = found out
whole-page = Everything on a web page
reading-words = The words, read as { $encoding }
reading-first-of = The first of { $count } articles
reading-left-out = What was left out of the page
columns-title = Which column is what?
columns-one = Each row of { $file } becomes an article
columns-several = Each row of { $files } becomes an article; they have the same columns
columns-say-text = Say which column is the text
column-is = { $column } is { $field }
column-unused = Not used
column-text = Text
column-date = Date
column-byline = Byline
column-language = Language
twins-title = Some articles are there twice
twin-same = has the same words as { $other }
twin-nearly = is { $percent } % the same as { $other }
twins-hint = Their files are not touched; undo brings back what is taken out
twins-take-out = Take the { $count ->
        [one] { $count } article
       *[other] { $count } articles
    } out again
twins-keep = Keep all

## Windows for marks and entities

accept-all-title = Accept these suggestions?
accept-all-counts = { $mentions } of { $names }, one step to undo
accept-count = Accept { $count }
date-title = When is that?
date-hint = 2019-11-09, 2019-11, or words such as last Friday
date-field = What the date means
date-as-words = As the words say
date-as-words-hint = Count from the publication date again
about-entity = About { $name }
other-names = Other names
one-a-line = One a line
other-names-field = Other names, one a line
country = Country
ids-elsewhere = Ids elsewhere
ids-hint = One a line, such as wikidata Q30
ids-field = Ids elsewhere, one a line
no-id = “{ $line }” is no id: a collection and an id are expected
no-partial-date = “{ $typed }” is no date: 2019, 2019-11 or 2019-11-10 is expected
note-about-entity = Note about the entity
roles = Roles
role-title = Title
role-with = With
role-from = From
role-to = To
role-field = { $field }, role { $place }
role-remove-hint = Remove this role
role-remove = Remove role { $place }
role-add = Add a role
relate-title = Relate two marks
relation-title = About this relation
note-about-relation = Note about the relation
relation-type-is = Type of the relation: { $kind }
turn-round = Turn round
turn-round-hint = Let it go the other way
when = When
when-hint = 2019-11, or words such as last month
when-field = When the relation held
means-value = means { $value }
kept-as-words = kept as words: no day, month or year is known from them
in-the-text = In the text
pick-label-hint = Label
pick-label-field = Find a label
pick-label-none = There are no labels yet. Type a name to make one.
pick-label-keys = Enter takes it · Ctrl+Enter keeps it for the next
pick-label-new = New label “{ $name }”

## Lists of names

names-title = Lists of names
names-hint = Names on a list are suggested wherever they stand. Your own list has the last word.
names-none-1 = There is no list yet. Add a name below, or import a file: one name a line, or a
names-none-2 = table (CSV) with the columns name, label and canonical.
names-use = Use { $list }
names-row = { $list } · { $names }
remove = Remove
names-remove-hint = Takes the list out of the project; undo brings it back
names-find = Find in “{ $list }”
names-nothing = No name has these words
names-take-off-hint = Take this name off the list
names-take-off = Take off { $name }
names-own = A name for your own list
names-label-hint = The label of this name, and of imported names without one
import-files = Import…

## Annotations of other tools, and export

annotations-title = Import annotations
annotations-working = { $formats }: working out what comes in…
annotations-counts = { $formats }: { $counts }
annotations-refused = They cannot be imported: { $why }
import-now = Import
relations = Relations
to-know = To know
new-name = { $name } (new)
leave-out = Leave out
name-becomes = { $name } becomes { $choice }
export-hint = Writes the whole project for another program. What a format cannot carry is said.
choose-folder = Choose a folder…
choose-file = Choose a file…
carries = Carries { $what }
exported-title = Exported
export-losses = What this format could not carry stays in the project:

## What the core says in English, told again (src/words/retelling.rs): how many

core-1-article = 1 article
core-articles = { $number } articles
core-1-mention = 1 mention
core-mentions = { $number } mentions
core-1-mark = 1 mark
core-marks = { $number } marks
core-1-entity = 1 entity
core-entities = { $number } entities
core-1-name = 1 name
core-names = { $number } names
core-1-list = 1 list
core-lists = { $number } lists
core-1-label = 1 label
core-labels = { $number } labels
core-1-suggestion = 1 suggestion
core-suggestions = { $number } suggestions
core-1-rejection = 1 rejection
core-rejections = { $number } rejections
core-1-relation = 1 relation
core-relations = { $number } relations

## Steps, for undo and redo (src/model/plan/)

core-step-add = Add { $said-what }
core-step-remove = Remove { $said-what }
core-step-read-again = Read { $what } again
core-step-correct = Correct the facts of { $what }
core-step-merge = Merge { $said-what } into { $into }
core-step-split = Split { $said-what } from { $from }
core-step-rename = Rename { $what } to { $name }
core-step-move = Move { $said-what } to { $to }
core-step-metonym = Take { $said-what } for a metonym
core-step-itself = Take { $said-what } for itself
core-step-add-list = Add the list { $list }
core-step-remove-list = Remove the list { $list }
core-step-rename-list = Rename the list { $list } to { $name }
core-step-list-on = Switch on the list { $list }
core-step-list-off = Switch off the list { $list }
core-step-correct-list = Correct the list { $list }
core-step-know = Know { $words } as { $label }
core-step-know-some = Know { $said-what }
core-step-forget = Forget { $said-what }
core-step-remember = Remember { $said-what } again
core-step-import-labels = Import labels from { $from }
core-step-import = Import { $said-what } from { $from }
core-step-add-label = Add the label { $label }
core-step-change-label = Change the label { $label }
core-step-rename-label = Rename the label { $label } to { $name }
core-step-move-label = Move the label { $label }
core-the-label = the label { $label }
core-step-delete = Delete { $said-what }
core-step-use-labels = Use the labels { $set }
core-step-add-type = Add the relation type { $name }
core-step-change-type = Change the relation type { $name }
core-step-rename-type = Rename the relation type { $before } to { $name }
core-step-delete-type = Delete the relation type { $name }
core-step-tag = Tag { $words } as { $label }
core-step-tag-some = Tag { $said-what }
core-step-tag-all = Tag all { $words } as { $label }
core-step-accept = Accept { $words } as { $label }
core-step-accept-some = Accept { $said-what }
core-step-relabel = Relabel { $said-what } as { $label }
core-step-resize = Resize a mark to { $words }
core-step-note = Note on { $said-what }
core-step-date-by-words = Let { $said-what } say its date
core-step-reject = Reject { $said-what }
core-step-take-back = Take back { $said-what }
core-step-relate = Relate { $first } to { $second }: { $type }
core-the-relation = the relation { $first } to { $second }: { $type }
core-step-correct-relation = Correct the relation { $first } to { $second }: { $type }
core-step-go-back = Go back to an earlier state

## Why something is suggested (src/suggest/)

core-why-capitals = capitalised words
core-why-organisation = word for a kind of organisation
core-why-place = word for a kind of place
core-why-same = same name elsewhere in this article
core-why-list = in the list of { $said-list }
core-why-elsewhere = “{ $name }” in this article
core-why-short = short for “{ $name }”
core-why-tagger = tagger, { $number }
core-why-taught = tagger taught by your marks, { $number }
core-why-own-list = in your own list of names
core-why-your-list = in the list “{ $list }”
core-why-you = you tagged it
core-why-you-in = you tagged it in “{ $title }”
core-why-within = place within a place
core-why-title = title before name
core-why-title-beside = title beside name
core-why-age = name with age
core-why-part = word for a part of an organisation
core-why-speech = word of speech after name
core-why-preposition = preposition before a place
core-why-date = date or time
core-why-event = word for a kind of event
core-why-family-hyphen = family name and hyphenated name
core-why-first-name = first name
core-why-family-name = family name
core-why-money = sum of money
core-why-office = office of a named body
core-why-weapon = word for a weapon
core-list-cities = cities
core-list-demonyms = demonyms
core-list-countries = countries
core-list-peoples = peoples
core-list-regions = regions
core-list-capitals = capitals
core-list-companies = companies
core-list-states = states
core-list-religions = religions
core-list-armed-groups = armed groups
core-list-broadcasters = broadcasters and papers
core-list-alliances = alliances
core-list-seas = seas
core-list-parties = parties
core-list-leanings = political leanings
core-list-governments = governments
core-list-bodies = international bodies
core-list-agencies = agencies
core-list-news-agencies = news agencies
core-list-forces = armed forces
core-list-sports = sports bodies
core-list-think-tanks = think tanks
core-list-rivers = rivers
core-list-aid = aid organisations
core-list-universities = universities
core-list-sites = sites
core-list-continents = continents
core-list-mountains = mountains
core-list-planets = planets

## Where facts stood (src/import/)

core-from-address = address of the page
core-from-file-name = file name
core-from-properties = document properties
core-from-meta = meta tag
core-from-twitter = Twitter card
core-from-time = time tag
core-from-heading = page heading
core-from-title = page title
core-from-link = canonical link
core-from-saved = saved page
core-from-paragraph = title paragraph
core-from-line = first line
core-from-json = field of the JSON
core-from-mail = mail header
core-from-column = column of the table
core-from-dateline = dateline

## What a change of labels would do (src/view/labels.rs)

core-effect-become = { $said-marks } in { $said-articles } become { $labels }; { $said-entities }
core-effect-become-only = { $said-marks } in { $said-articles } become { $labels }
core-effect-becomes = { $said-marks } in { $said-articles } becomes { $labels }; { $said-entities }
core-effect-becomes-only = { $said-marks } in { $said-articles } becomes { $labels }
core-effect-go = { $said-marks } in { $said-articles } go; { $said-entities }
core-effect-go-only = { $said-marks } in { $said-articles } go
core-effect-goes = { $said-marks } in { $said-articles } goes; { $said-entities }
core-effect-goes-only = { $said-marks } in { $said-articles } goes
core-effect-entity = 1 entity follows
core-effect-entities = { $number } entities follow
core-effect-join = 1 mark joins the one on the same words
core-effect-joins = { $number } marks join those on the same words
core-effect-lonely = 1 entity without marks goes
core-effect-lonely-some = { $number } entities without marks go
core-effect-relation = 1 relation goes
core-effect-relations = { $number } relations go
core-effect-rejection = 1 rejection follows
core-effect-rejections = { $number } rejections follow
core-effect-rejection-goes = 1 rejection goes
core-effect-rejections-go = { $number } rejections go
core-effect-name = 1 name of a list follows
core-effect-names = { $number } names of lists follow
core-effect-name-goes = 1 name of a list goes
core-effect-names-go = { $number } names of lists go
core-effect-date = 1 date is left to its words again
core-effect-dates = { $number } dates are left to their words again
core-effect-is-new = { $labels } is new
core-effect-are-new = { $labels } are new
core-effect-leaves = { $labels } goes from the list
core-effect-leave = { $labels } go from the list
core-effect-stays = { $labels } stays, for something carries it
core-effect-stay = { $labels } stay, for something carries them
core-effect-renamed = { $before } becomes { $after }

## What went wrong with files (src/session/, src/project_file/)

core-two-sentences = { $told-first }. { $told-second }
core-path-why = { $path }: { $told-why }
core-mistake = Dateline made a mistake here and stopped this work; nothing else is touched. Please report it
core-source-file = this is the file that the article “{ $title }” came from, and Dateline never writes to those; choose another name
core-needs-folder = this format writes a folder with several files, and this is a file; name a folder
core-no-text = this is no text
core-is-folder = this is a folder; name the files in it
core-no-ordinary-file = this is not an ordinary file
core-too-many-bytes = the file has { $number } bytes; at most { $limit } can be read
core-no-file = there is no such file or folder
core-not-allowed = you may not read or write it; check its permissions
core-read-only-disk = the disk is read-only; save to another place
core-disk-full = the disk is full; make room or save to another place
core-quota = no more may be stored there; make room or save to another place
core-cancelled = the reading was cancelled
core-too-slow = this { $kind } took longer than { $number } seconds to read and was given up
core-too-large = this { $kind } needs more than { $number } MB of memory and was given up
core-too-deep = this { $kind } is nested too deeply to be read
core-reader-failed = this { $kind } could not be read: its reader failed or took too long, and nothing else was touched
core-passed-over-folder = { $number } files of other kinds were passed over
core-many-files = at most { $number } files can be opened at once; the rest of this folder was left
core-open-elsewhere = it is open in another Dateline ({ $who }), and only to be read here
core-open-elsewhere-close = it is open in another Dateline ({ $who }); close it there first
core-open-elsewhere-name = it is open in another Dateline ({ $who }); choose another name
core-open-elsewhere-saved = another Dateline has this project open; this is how it was saved last
core-only-read = it is open in another Dateline, and only to be read here
core-still-read = it is still being read
core-not-safe = changes cannot be kept safe here: { $said-why }. Make room, or name another folder by { $variable }
core-brought-back-1 = 1 step that had not been saved was brought back
core-brought-back = { $number } steps that had not been saved were brought back
core-brought-back-1-changed = 1 step that had not been saved was brought back; the file had been changed by another program
core-brought-back-changed = { $number } steps that had not been saved were brought back; the file had been changed by another program
core-journal-unreadable = the journal of this project cannot be read
core-does-not-fit = unsaved work on this project does not fit the file, which another program has changed
core-kept-as = { $said-what }; it is kept as { $path }
core-earlier-kept = { $said-why }. An earlier state is kept as { $path }
core-changed-meanwhile = it was changed by another program meanwhile; saving asks what to do
core-removed-meanwhile = it was removed by another program meanwhile; saving makes it again
core-changed-since = another program has changed this file since it was opened; nothing was written over it
core-damaged-checksum = it is damaged: its checksum does not fit
core-journal-cut = the journal was cut off by another program
core-own-project = this is the project itself; choose another name
core-other-project = another project was opened meanwhile; import the names again
core-changed-while-read = the project here was changed while this one was read, and stays; save it, then open this one again
core-no-thread = no thread could be started: { $why }

## What went wrong with articles (src/import/)

core-empty-file = the file is empty
core-empty-file-hint = Check that the file was copied whole.
core-huge-article = the file has { $number } bytes; an article may have { $limit } (1 GiB)
core-huge-article-hint = Cut it into several files.
core-no-article = this is no article: it looks like { $kind }
core-no-article-hint = Text, web pages, PDF, Word, OpenDocument, RTF, EPUB, mail, feeds, NITF, NewsML, CSV and JSON lines are read: save the article as one of these, or paste its words.
core-damaged = { $kind } is damaged: { $said-why }
core-damaged-hint = Get the file again, or open it in its own program and save it anew.
core-locked = { $kind } is locked with a password
core-locked-hint = Open it in its own program and save it without a password.
core-wordless = { $kind } has no words: { $said-why }
core-wordless-hint = Paste the words of the article, if you have them.
core-for-safety = it was not read, for safety: { $said-why }
core-bomb-hint = Unpack it with care, if you trust it, and open the article itself.
core-unsafe-hint = Open it in its own program, if you trust it, and save it as text.
core-no-encoding = there is no encoding “{ $name }”
core-no-encoding-hint = Take a name such as UTF-8, windows-1252 or Shift_JIS.
core-no-column = there is no column “{ $name }”; there is: { $columns }
core-no-column-hint = Name columns as the file does, or by their numbers.
core-no-text-column = no column holds the words of articles; its columns are { $columns }
core-no-text-column-hint = Say which column is the text, as with --columns text=NAME.
core-kind-binary-nul = a binary file (it has NUL bytes)
core-kind-binary = a binary file (it has many control characters)
core-kind-old-office = an old office document (doc, xls, msg)
core-kind-media = a sound or video file
core-kind-sound = a sound file
core-kind-program = a program
core-kind-gzip = a gzip archive
core-kind-xz = an xz archive
core-kind-7z = a 7-Zip archive
core-kind-zstd = a Zstandard archive
core-kind-sqlite = an SQLite database
core-kind-plist = a property list
core-kind-word = Word document
core-kind-the-word = the Word document
core-kind-odt = OpenDocument text
core-kind-the-odt = the OpenDocument text
core-kind-rtf = rich text
core-kind-the-rtf = the rich text
core-kind-web = web page
core-kind-the-archive = the archive
core-kind-the-feed = the feed
core-kind-the-mail = the mail
core-kind-the-mailbox = the mailbox
core-kind-the-saved-page = the saved page
core-kind-the-web-archive = the web archive
core-kind-plain = plain text
core-why-scan = there is no text layer; it may be a scan
core-why-pictures = it may be all pictures
core-why-attachments = it may be all attachments
core-why-script = its words may be put there by a script, which is not run
core-why-locked-pages = its pages may be pictures, or locked
core-why-parts = its parts cannot be found
core-why-cut = the rich text is cut off: its end is missing
core-blank-lines = there are no words in it, only blank lines
core-guessed-encoding = the encoding is not stated: it was read as { $encoding }, which is a guess; if words look wrong, read it again as another
core-bad-places = { $number } places could not be read in this encoding and stand as U+FFFD, the first in line { $line }
core-rows-empty = { $number } of { $all } rows had no words and were left out
core-attachments-left = { $number } attachments of the mail were left out
core-more-messages = { $number } more messages were left out
core-more-lines = { $number } more lines were left out
core-line-left = line { $number } was left out: { $why }
core-items-wordless = { $number } items without words were passed over
core-others-in-archive = { $number } files of other kinds in it were passed over
core-nothing-in-archive = there is no article in it
core-lost-characters = { $number } characters of the text are U+FFFD: they were lost before the file came here
core-feed-summaries = { $number } of { $all } items hold only a summary; their articles stand on their pages, which are not fetched

## What was typed cannot be (src/model/, src/view/find/)

core-label-needs-name = a label needs a name
core-label-taken = there is a label “{ $name }” already
core-labels-full = there are too many labels
core-types-full = there are too many relation types
core-no-label = there is no label “{ $name }”
core-near-number = near: takes a number up to { $number }
core-near-between = near: stands between two things
core-regex-large = this expression is too large
core-no-name = “{ $name }” is no name
core-role-order = a role cannot begin in { $from } and end in { $to }
core-no-id = “{ $id }” is no id; neither part may be empty or have spaces
core-merge-two = name at least two entities to merge
core-relation-two-articles = mentions { $from } and { $to } are of two articles: a relation stands in one
core-relation-same = mentions { $from } and { $to } mean the same thing
core-relation-already = relation { $id } says so already
core-wrong-ends = “{ $type }” goes from { $allowed-from } to { $allowed-to }, not from { $from } to { $to }

## What formats are and carry, and what is lost (src/exchange/)

core-lost = not carried: { $said-what } ({ $number })
core-format-json-lines = JSON lines for spaCy: text, entities, and spans where marks overlap
core-format-marks-all = marks; all else but rejections and lists of names for the way back, under “dateline”
core-format-a-page = a page to be read and printed, with nothing beside it
core-format-articles-with = articles with their marks, entities and what is known of them, relations, dates
core-format-json-lines-of = JSON lines of Prodigy tasks, accepted
core-format-marks-and = marks and relations; all else but rejections and lists of names for the way back, under “dateline”
core-format-tables-csv = Tables (CSV): articles, mentions, entities, roles, relations, and the texts in a folder
core-format-everything-but = everything but rejections and lists of names
core-format-graphml-a = GraphML, a graph for networkx, igraph, yEd, Cytoscape
core-format-entities-with = entities with what is known of them, relations, which entities stand in one sentence
core-format-gexf-1 = GEXF 1.3, a graph for Gephi
core-format-tasks-of = Tasks of Label Studio (tasks.json) and the labelling interface for them (config.xml)
core-format-marks-with = marks with notes, relations; all else but rejections and lists of names for the way back, in the task’s data
core-format-stix-2 = STIX 2.1 bundle, threat intelligence for MISP and OpenCTI
core-format-persons-bodies = persons, bodies, groups, places, events and their relations; marks and texts in an extension
core-format-json-lines-of-doccano = JSON lines of doccano, with relations if there are any
core-format-json-lines-of-dateline = JSON lines of Dateline, an article a line, with spans for other programs
core-format-conll-a = CoNLL, a token and its IOB2 tag a line
core-format-marks-that = marks that do not overlap; words, but not the white space between them
core-format-conll-with = CoNLL with BIOES tags: begin, inside, end, single
core-format-webanno-tsv = WebAnno TSV 3.3 for INCEpTION, a file an article
core-format-marks-and-ids = marks and ids elsewhere; all else but rejections and lists of names in dateline.jsonl
core-format-uima-cas = UIMA CAS XMI with its type system, of INCEpTION and DKPro
core-format-uima-cas-json = UIMA CAS JSON 0.4, of INCEpTION and DKPro
core-format-w3c-web = W3C Web Annotation, JSON-LD beside plain texts
core-format-refi-qda = REFI-QDA project, of NVivo, MAXQDA, ATLAS.ti, QualCoder
core-format-marks-labels = marks, labels, entities, relations, facts of articles; not where a mark came from
core-format-standoff-annotations = Standoff annotations of brat: .txt, .ann, annotation.conf and visual.conf
core-format-marks-notes = marks, notes, metonyms, relations, ids elsewhere, which marks of an article mean the same; all else but rejections and lists of names in dateline.jsonl
core-lost-rejections = rejections
core-lost-lists-of = lists of names
core-lost-titles-of = titles of articles
core-lost-publication-dates = publication dates
core-lost-languages-of = languages of articles
core-lost-names-of = names of the files that articles came from
core-lost-bylines-sites = bylines, sites, addresses and hours of articles, and where they stood
core-lost-which-suggester = which suggester or file a mark came from
core-lost-notes-on = notes on marks
core-lost-that-marks = that marks stand for something else
core-lost-what-dates = what dates mean by the analyst's word
core-lost-entities-and = entities, and which marks mean the same
core-lost-entities-with = entities with notes, aliases, countries, ids or roles
core-lost-entities-without = entities without mentions
core-lost-relations = relations
core-lost-dates-and = dates and notes of relations
core-lost-texts-of = texts of articles
core-lost-places-of = places of marks
core-lost-relations-of = relations of an entity with itself
core-lost-sentences-that = sentences that name too many entities to tie them
core-lost-where-the = where the facts of articles stood
core-lost-entities-that = entities that STIX has no object for; their marks are there
core-lost-relations-of-such = relations of such entities
core-lost-marks-inside = marks inside others or across their ends
core-lost-marks-of = marks of white space alone
core-lost-white-space = white space at the ends of marks
core-lost-articles-that = articles that are left out, since they have no words
core-mod-before = BEFORE
core-mod-after = AFTER
core-mod-on-or-before = ON_OR_BEFORE
core-mod-on-or-after = ON_OR_AFTER
core-mod-less-than = LESS_THAN
core-mod-more-than = MORE_THAN
core-mod-equal-or-less = EQUAL_OR_LESS
core-mod-equal-or-more = EQUAL_OR_MORE
core-mod-start = START
core-mod-mid = MID
core-mod-end = END
core-mod-approx = APPROX
core-own-list = Known names
core-forgotten-list = Forgotten names
core-kind-png = a PNG picture
core-kind-jpeg = a JPEG picture
core-kind-gif = a GIF picture
core-kind-bmp = a BMP picture
core-kind-bzip2 = a bzip2 archive
core-kind-rar = a RAR archive
core-kind-epub = EPUB book
core-kind-the-epub = the EPUB book
core-kind-zip = ZIP archive
core-kind-nitf = NITF story
core-kind-the-nitf = the NITF story
core-kind-newsml = NewsML item
core-kind-the-newsml = the NewsML item
core-kind-the-json = the JSON
core-kind-json = JSON of articles
core-kind-pdf = PDF document
core-kind-the-pdf = the PDF document
core-kind-feed = feed
core-kind-mail = mail
core-kind-mailbox = mailbox
core-kind-web-archive = web archive
core-kind-table = table
core-pdf-fonts = its fonts do not say which characters their letters are
core-pdf-page = page { $number }: { $said-why }
core-pdf-page-odd = page { $number } is written in a way that is not understood
core-read-as-plain = this is no { $kind } with an article in it that Dateline knows: the file was read as plain text, with all its marks
core-left-outside = { $path } was left out: its path leads out of the archive, or it is a link
core-left-nested = { $path } was left out: it is an archive within an archive; unpack it first
core-left-because = { $path } was left out: { $said-why }
core-row-left = a row was left out: { $why }
core-message-left = message { $number } was left out: { $why }
core-no-column-text = no column is called text: “{ $name }”, which has the longest words, was taken for it
core-two-text-columns = “{ $name }” was taken for the text; “{ $other }” may be it as well
core-newsml-pictures = its items may be pictures, or point to a story elsewhere
core-nitf-picture = it may be a picture or a correction without text
core-feed-links = its items have no words, only links
core-json-values = it holds no article, only other values
core-mail-headers = it has no headers
core-no-message = there is no message in it
core-no-page = there is no page in it
core-missing-part = { $name } is missing
core-step-reverse-relation = Reverse the relation { $first } to { $second }: { $type }
core-no-value-date = “{ $typed }” is not a date; YYYY, YYYY-MM or YYYY-MM-DD is expected

## Names that egui gives

resize-panel = Resize panel

path-replaces = { $name } is there already and would be replaced.
path-replace = Replace it
paste-kept = The pasted text is kept: { $keys } shows it again
unsaved-steps =
    { $count ->
        [one] { $name } has 1 step that was not saved.
       *[other] { $name } has { $count } steps that were not saved.
    }
unsaved-open = Open { $name } and bring them back

## Project files that cannot be read (src/project_file/)

core-project-empty-hint = Writing it was perhaps interrupted, or it was emptied. Open a copy of it.
core-project-none-hint = It is damaged, or it is not a Dateline project.
core-project-newer-hint = Install the newer Dateline, or export the project there.
core-project-line-hint = Correct the line in a text editor, or open a copy of the file.
core-project-record-hint = Correct the record in a text editor, or open a copy of the file.
core-project-folder-hint = The articles of this project are files of a folder beside it, called like it and ending in “.articles”. Put that back, or open an earlier state.
core-labels-newer-hint = Install the newer Dateline, or export the labels there.
core-labels-none-hint = Choose a file of labels, as Dateline exports them, or a project.
core-labels-line-hint = Correct the line in a text editor. A file of labels is what Dateline exports as one, or a project.
core-not-utf-8 = line { $number-line }: byte { $number-byte } is not UTF-8
core-line-column = line { $number-line }, column { $number-column }: { $said-what }
core-line = line { $number-line }: { $said-what }
core-article-file = article file { $path } cannot be read: { $said-why }
core-article-file-changed = the article file { $path } was changed or damaged since Dateline saved it
core-checksum = the file was changed or damaged since Dateline saved it: its checksum does not fit
core-no-checksum = the file was changed or damaged since Dateline saved it: its last line is no checksum
core-no-end = the file was changed or damaged since Dateline saved it: its last line does not end
core-crlf = the line ends of the file were changed to CR LF; nothing else was
core-cut-off = the file ends in the middle of a record; it seems cut off
core-brackets = brackets are nested too deeply
core-no-such-label = the schema has no label “{ $name }”
core-read-only-file = the file is read-only
core-no-plain-file = it is not a plain file

## Files of annotations and names (src/exchange/)

core-no-text-beside = its text is not there; put { $name }.txt beside it
core-no-utf-8-json = this is not UTF-8; save the file as UTF-8 and try again
core-one-text-too-long = the text is too long
core-name-line-left = line { $number } has no name in it and was left out
core-name-no-name = there is no name in it
core-mark-left = a mark was left out: { $why }

about-version = Version { $version }
about-version-without-careful = Version { $version }, without the careful tagger
about-promise = Reads news articles with an analyst: who, where, when, and who says so. Works on this machine alone: no server, no account, no network.
about-licences = MIT or Apache-2.0, as you choose. What Dateline carries of others stands below, with its licences.
about-find = Find in the licences
