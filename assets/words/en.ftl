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
