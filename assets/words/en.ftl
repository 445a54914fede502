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
date-count =
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
reviewed-of = { $marked } of { $all } reviewed
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

tab-mentions = Mentions
tab-entities = Entities
tab-suggestions = Suggestions
tab-relations = Relations
no-marks-yet = No marks yet
no-marks-hint = Drag over words and press a label key, or accept suggestions with Enter.
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
    { $count } more { $count -> [one] is *[other] are } hidden
show-all = Show all
from-source = from { $source }
looking-for-names = Looking for names…
looking-hint = You can read and mark meanwhile.
nothing-shown = Nothing is shown
nothing-shown-hint = What is left is hidden by the slider or the filter above.
all-reviewed = All reviewed
all-reviewed-hint = Nothing is left to review in this article. Tab goes to the next article with suggestions.
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
