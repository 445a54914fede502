# 창에 나오는 한국어 문장. 한 줄에 하나씩, 키로 찾는다. 여기 없는 문장은 영어로 나온다.
#
# 문체: 메뉴와 단추는 짧은 명사형(저장, 다른 이름으로 저장…), 문장은 해요체. 조사는 앞말에 따라 바뀌지 않도록
# 문장을 고쳐 쓰고, 피할 수 없을 때만 을(를)처럼 쓴다. 라벨과 관계 유형의 이름은 자료이므로 옮기지 않는다.
#
# 용어
#   article 기사 · project 프로젝트 · mark 표시 · mention 언급 · entity 개체 · label 라벨 · label set 라벨 묶음
#   suggestion 제안 · accept 수락 · reject 거절 · review 검토 · relation 관계 · relation type 관계 유형
#   timeline 연표 · map of ties 관계망 · tie 연결 · metonym 환유 · facts 정보 · note 메모 · list of names 이름 목록
#   earlier state 이전 상태 · step 단계 · undo 실행 취소 · redo 다시 실행 · find 찾기 · export 내보내기
#   import 가져오기 · selection 선택 · word 단어 · publisher 발행처 · author 글쓴이 · published 발행일
#   encoding 인코딩 · tag 표시하다 · untag 표시를 지우다 · merge 합치다 · caret 커서

language-name = 한국어

## 메뉴

menu-file = 파일
menu-edit = 편집
menu-mark = 표시
menu-review = 검토
menu-view = 보기
menu-help = 도움말
recent-files = 최근 파일
named-step = { $command }: { $step }

## 명령 (메뉴 순서대로)

open-articles = 기사 열기…
import-annotations = 주석 가져오기…
paste-article = 텍스트를 기사로 붙여넣기…
open-sample = 예제 기사 열기
remove-article = 프로젝트에서 이 기사 제거
new-project = 새 프로젝트
open-project = 프로젝트 열기…
save = 저장
save-as = 다른 이름으로 저장…
article-files = 기사마다 파일을 따로 두기
one-file = 프로젝트를 파일 하나에 두기
export = 내보내기…
earlier-states = 이전 상태…
reload-project = 파일에서 프로젝트 다시 읽기
take-over = 다른 Dateline에서 넘겨받기
quit = 끝내기
undo = 실행 취소
redo = 다시 실행
copy = 복사
select-all = 기사 전체 선택
find-here = 찾기…
find-next = 다음 찾기
find-previous = 이전 찾기
find-in-project = 프로젝트에서 찾기…
delete-mark = 표시 삭제
edit-note = 메모 쓰기
entity-facts = 이 개체의 정보…
toggle-metonym = 그 정부를 뜻함
set-date = 이 날짜의 뜻 정하기…
relate = 두 표시의 관계 맺기
edit-relation = 이 관계 고치기…
tag-all-in-article = 기사에서 이 이름 모두 표시
tag-all-in-project = 프로젝트에서 이 이름 모두 표시
sticky-label = 다음 선택에도 이 라벨 쓰기
pick-label = 라벨 고르기…
edit-labels = 라벨…
grow-end = 끝을 한 단어 늘이기
shrink-end = 끝을 한 단어 줄이기
grow-start = 시작을 한 단어 늘이기
shrink-start = 시작을 한 단어 줄이기
next-mark = 다음 표시
previous-mark = 이전 표시
next-suggestion = 다음 제안
previous-suggestion = 이전 제안
accept = 수락
accept-name = 기사에서 이 이름 모두 수락
accept-entity = 프로젝트에서 이 개체 모두 수락
accept-all = 기사에 보이는 제안 모두 수락…
reject = 거절
reject-in-article = 기사에서 이 이름 거절
reject-in-project = 프로젝트에서 이 이름 거절
know-name = 이 이름 항상 제안
forget-name = 이 이름에서 배운 것 잊기
lists-of-names = 이름 목록…
show-surer = 더 확실한 것만 보기
show-less-sure = 덜 확실한 것도 보기
show-all-suggestions = 모든 제안 보기
careful-suggestions = 꼼꼼히 읽기 (더 정확하고 느림)
next-article = 다음 기사
previous-article = 이전 기사
timeline = 연표
map-of-ties = 관계망
larger-text = 글자 크게
smaller-text = 글자 작게
normal-text = 글자 보통 크기
theme-system = 시스템 테마
theme-light = 밝은 테마
theme-dark = 어두운 테마
choose-language = 언어…
all-commands = 모든 명령…
show-keys = 단축키
about-dateline = Dateline 정보
back-out = 되돌아가기

## 창의 언어

language = 언어
language-of-system = 시스템 언어

## 모든 명령 목록

palette-hint = 무엇을 할까요?
palette-field = 명령 찾기
palette-nothing = 그런 이름의 명령이 없어요. 글자를 줄여 보세요.
palette-row = { $menu }: { $command }
palette-not-now = { $command }, 지금은 쓸 수 없음

## 단축키 표

keys-or = { $first } 또는 { $second }
keys-in-article = 기사에서
keys-label = 선택, 현재 표시 또는 커서의 단어에 라벨 붙이기
keys-keep-label = 다음 선택에도 쓸 라벨 정하기
keys-arrows = 방향키
keys-move = 커서 이동 (Ctrl은 단어씩, Shift는 선택)
keys-drag = 끌기
keys-select = 단어씩 선택 (Alt는 글자씩)
keys-double-click = 두 번 클릭
keys-select-word = 단어 선택 (세 번 클릭은 문장)
keys-click-mark = 표시 클릭
keys-select-mark = 표시 선택 (다시 클릭하면 그 아래 표시)
keys-back-out = 하던 일에서 한 단계 되돌아가기

## 여러 창에 있는 단추

close = 닫기
cancel = 취소
done = 완료

## 개수

article-count = 기사 { $count }건
mark-count = 표시 { $count }개
mention-count = 언급 { $count }개
entity-count = 개체 { $count }개
metonym-count = 환유 { $count }개
relation-count = 관계 { $count }개
label-count = 라벨 { $count }개
name-count = 이름 { $count }개
date-count = 날짜 { $count }개
sentence-count = 문장 { $count }개
tie-count = 연결 { $count }개
word-count = 단어 { $count }개

## 창과 막대

untitled-project = 제목 없는 프로젝트
title-only-read = { $name } (읽기 전용)
saving = 저장하는 중…
not-saved = 저장 안 됨
saved = 저장됨
marked-to-review = 표시 { $marked }개 · 검토할 제안 { $open }개
reading-of = { $all }건 중 { $place }번째 읽는 중
each-selection-becomes = 선택할 때마다 { $label } 라벨을 붙임 · Esc로 끝냄
characters-selected = { $count }자 선택됨
caret-place = ¶ { $paragraph }, { $character }번째 글자
dismiss = 확인
drop-to-open = 놓으면 열려요
reviewed-of = { $all }개 중 { $marked }개 검토함
no-labels-yet = 아직 라벨이 없어요
edit-this-label = 이 라벨 고치기…
label-is-kept = 고정됨: 새로 선택할 때마다 이 라벨이 붙어요. Esc로 끝내요.
back-to-article = 기사로 돌아가기

## 기사 목록

articles-head = 기사
articles-head-count = 기사 · { $count }
article-row = { $title }, { $state }
remove-from-project = 프로젝트에서 제거
pasted-text = 붙여넣은 텍스트
no-headline = 제목 없음
marked-looking = 표시 { $marked }개 · 이름 찾는 중…

## 기사

article-text = 기사 본문
article-position = 기사 위치
said-suggestion = 제안, { $label }: { $words }
published-on = { $day } 발행
published-from = { $day } 발행 ({ $origin })
publication-unknown = 발행일 모름
needed-for-dates = 날짜 { $count }개에 필요
english = 영어
welcome-title = 기사를 읽어 보세요
welcome-hint = 기사를 열거나 파일을 이 창에 끌어다 놓으세요. 이름, 장소, 날짜를 바로 제안해요. 수락하거나 고치거나 직접 표시하면 돼요.
welcome-sample = 예제 열기
welcome-paste = 텍스트 붙여넣기…
recent = 최근

## 찾기

find = 찾기
find-hint = 단어, label:Person, Person said
find-match-case = 대소문자 구분
find-word = 단어
find-whole-words = 단어 전체만
find-regex = 정규식
find-close-hint = 닫기 (Esc)
find-close = 찾기 닫기
nothing-found = 찾은 것 없음
place-of = { $count }개 중 { $place }번째
tag-all = 모두 표시
tag-all-hint = { $count }개 모두에 { $label } 라벨을 붙여요. 한 단계로 되돌릴 수 있어요
untag = 표시 지우기
untag-hint = 바로 이 단어들에서 { $label } 표시를 지워요. 한 단계로 되돌릴 수 있어요
tag-all-label = 모두 표시에 쓸 라벨: { $label }
find-page-title = 프로젝트에서 찾기
found-in = { $articles }에서 { $count }개
found-in-first = { $articles }에서 처음 { $count }개
found-in-searching = { $articles }에서 { $count }개 · 찾는 중…
find-by-article = 기사별
find-by-before = 앞 단어순
find-by-after = 뒤 단어순
order-is = 순서: { $order }
find-syntax = 찾을 단어를 쓰세요. label:Person은 그 라벨의 모든 표시를, Person said는 표시와 그다음 단어를, label:Person near:5 talks는 둘 사이가 다섯 단어 이내인 곳을 찾아요.
find-in-all = 모든 기사에서 찾기
searching = 찾는 중…
searching-hint = 찾는 대로 하나씩 나와요.
nothing-found-hint = 단어를 줄이거나 옆의 선택을 끄고 찾아 보세요.
found-in-article = { $title }, { $count }개 찾음
found-row = { $words }, { $title }

## 언급

tab-mentions = 언급
tab-entities = 개체
tab-suggestions = 제안
tab-relations = 관계
no-marks-yet = 아직 표시가 없어요
no-marks-hint = 단어를 끌어서 선택하고 라벨 키를 누르거나, Enter로 제안을 수락하세요.
metonym-mark = 그 정부를 뜻함
entity-in-project = 개체: { $name } · 프로젝트에 { $count }개
delete = 삭제
another-entity = 다른 개체
another-entity-hint = 다른 개체를 뜻하는 언급이면 새 개체를 만들어 줘요
note = 메모
note-hint = 메모: 입력란을 벗어나면 저장돼요

## 날짜의 뜻

by-hand = 직접 정함
or-read-as = 또는 { $line }
read-as-value = { $value }(으)로 읽기
or-values = 또는 { $values }
another-date = 다른 날짜…
day-unknown = 어느 날인지 알 수 없어요
counts-from-publication = 발행일부터 세어야 하는데 발행일을 몰라요
set = 정하기…
set-publication-hint = 이 기사의 발행일 정하기
kind-date = 날짜
kind-time = 시각
kind-duration = 기간
kind-set = 반복

## 개체

of-project = 프로젝트
of-article = 기사
find-entity = 개체 찾기
label-filter = 라벨
label-filter-on = 라벨 •
all-labels = 모든 라벨
order = 순서
order-mentions = 언급이 많은 순
order-name = 이름순
order-text = 본문에 나오는 순
no-entities-yet = 아직 개체가 없어요
no-entities-hint = 표시마다 개체가 하나씩 있어요. 제안을 수락하거나 이름을 표시해 보세요.
no-entity-fits = 맞는 개체가 없어요
no-entity-fits-hint = 다른 단어로, 또는 모든 라벨에서 찾아 보세요.
merge-these = { $count }개 합치기
merge-tick-hint = 여럿을 골라 합쳐요
merge-one = { $name } 합치기
facts = 정보…
facts-hint = 이 개체에 대해 아는 것
entity-name = 개체의 이름

## 제안

to-review = 검토할 제안 { $count }개
in-order = 순서대로
by-entity = 개체별
at-least = 최소
percent-sure = { " " }% 확실
at-least-hint = 90 %인 제안은 열에 아홉이 맞아요
filter = 걸러내기
filter-on = 걸러내기 •
more-hidden = { $count }개 더 숨어 있음
show-all = 모두 보기
from-source = 출처: { $source }
looking-for-names = 이름을 찾는 중…
looking-hint = 그동안 읽고 표시할 수 있어요.
nothing-shown = 보이는 제안이 없어요
nothing-shown-hint = 남은 제안은 위의 막대나 걸러내기에 가려져 있어요.
all-reviewed = 모두 검토했어요
all-reviewed-hint = 이 기사에는 검토할 것이 없어요. Tab을 누르면 제안이 있는 다음 기사로 가요.
accept-these = { $what } 수락
reject-these = { $what } 거절
key-next = 다음
key-accept = 수락
key-whole-entity = 개체 전체
key-reject = 거절
key-accept-as = 다른 라벨로 수락

## 관계

no-relations-yet = 아직 관계가 없어요
no-relations-hint = 표시를 고르고 R을 누른 다음, 관계가 있는 표시를 클릭하세요.
relation-edit-hint = 이 관계의 날짜, 유형, 메모
relation-correct = { $relation } 고치기
relation-remove-hint = 이 관계 지우기
relation-remove = { $relation } 지우기

## 날과 달

day = { $year }년 { $month } { $day }일
month-1 = 1월
month-2 = 2월
month-3 = 3월
month-4 = 4월
month-5 = 5월
month-6 = 6월
month-7 = 7월
month-8 = 8월
month-9 = 9월
month-10 = 10월
month-11 = 11월
month-12 = 12월

## 표시와 제안의 출처

source-by-hand = 직접 표시
source-imported = { $tool }에서 가져옴
suggester-memory = 기억
suggester-gazetteer = 이름 목록
suggester-rules = 규칙
suggester-tagger = 태거

## 라벨

labels = 라벨
relation-types = 관계 유형
labels-counts = { $set } · { $labels }
labels-export-hint = 라벨과 관계 유형을 따로 파일로 저장해요
labels-use-others = 다른 라벨 쓰기
labels-from-file = 파일에서…
labels-from-file-hint = 라벨 파일 또는 다른 프로젝트
labels-none-chosen = 고른 라벨이 없어요
labels-none-chosen-hint = 라벨은 표시가 무엇인지 알려 줘요. 사람, 장소, 날짜처럼요.
labels-none = 아직 라벨이 없어요
labels-none-hint = 아래에서 더하거나 준비된 라벨 묶음을 쓰세요. 표시에는 라벨이 있어야 해요.
label-new = 새 라벨
label-row = { $label }, { $marks }
label-row-key = { $label }, 키 { $key }, { $marks }
add = 추가
field-name = 이름
label-name = 라벨의 이름
label-needs-name = 라벨에는 이름이 있어야 해요
label-name-taken = “{ $name }” 라벨이 이미 있어요
label-key = 키
label-key-none = 없음
label-key-is = 키 { $key }
label-no-key = 키 없음
label-key-swap = { $other } 라벨의 키예요. { $label } 라벨의 키와 서로 바뀌어요
label-colour = 색
label-colour-field = 라벨의 색, #rrggbb
label-colour-wrong = #3b6fd4처럼 #rrggbb 꼴로 쓰세요
label-colour-is = 색 { $colour }
sample-marked = 표시함
sample-suggested = 제안함
contrast = 종이와의 대비: 밝은 테마 { $light }, 어두운 테마 { $dark }
contrast-light = 밝은 테마에서는 읽을 수 있도록 이 색의 글자를 조금 어둡게 해요
contrast-dark = 어두운 테마에서는 읽을 수 있도록 이 색의 글자를 조금 밝게 해요
contrast-both = 읽을 수 있도록 이 색의 글자를 조금 어둡거나 밝게 해요 (4.5 : 1)
label-words = 무엇에 붙이고 무엇에 붙이지 않는지
label-words-field = 이 라벨을 붙일 것
label-names = 다른 도구에서 쓰는 이름. 내보낼 때는 첫 이름을 쓰고, 가져오기와 제안은 모두 알아봐요
label-names-field = 다른 도구에서 쓰는 라벨 이름
label-common-names = 흔한 이름
label-carried = { $articles }에 { $marks } · { $entities }
move-up = 위로
move-down = 아래로
merge-into = 합치기…
merge-into-label = { $label }에 합치기
delete-this = 삭제…
type-new = 새 관계 유형
types-none = 아직 관계 유형이 없어요
types-none-hint = 관계 유형은 두 표시가 서로 어떤 관계인지 알려 줘요. 만남, 이끎, 위치처럼요.
type-row = { $name }, { $relations }
type-symmetric = 어느 쪽에서 읽어도 같음
type-name-caption = 이름 (첫째에서 둘째로 읽을 때)
type-name = 관계 유형의 이름
type-needs-name = 관계 유형에는 이름이 있어야 해요
type-name-taken = “{ $name }” 관계 유형이 이미 있어요
type-back-caption = 반대쪽에서 읽을 때
type-back = 반대쪽에서 읽는 이름
type-between = 이 라벨들 사이 (고르지 않으면 모두)
type-from = 이 라벨에서 (고르지 않으면 모두)
type-to = 이 라벨로 (고르지 않으면 모두)
chip-from = { $label }에서
chip-to = { $label }(으)로
pending-nothing-carries = 프로젝트에 이것이 붙은 곳이 없어요
pending-nothing-changes = 바뀌는 것이 없어요
pending-merge = { $labels } 라벨을 { $into } 라벨에 합칠까요?
pending-merge-yes = 합치기
pending-delete = { $name } 라벨을 삭제할까요?
pending-delete-type = { $name } 관계 유형을 삭제할까요?
pending-use = { $set } 라벨을 쓸까요?
pending-use-yes = 쓰기
pending-yes = 하기
one-step-to-undo = 한 단계로 되돌릴 수 있어요

## 관계망

ties-none-hint = 이름을 표시하거나 제안을 수락하세요. 같은 문장에 나오거나 관계가 있는 개체가 여기서 이어져요.
ties-drawing = 관계망을 그리는 중
ties-drawing-hint = 다 되면 바로 나와요.
show-label = { $label } 보기
leave-out-label = { $label } 빼기
ties-counts = { $entities } · { $ties }
ties-counts-rest = { $entities } · { $ties } · 드문 { $left }개는 뺌
tie-of = { $first } – { $second } · { $sentences }
tie-gone = 이제 그런 문장이 없어요
tie-gone-hint = 그 사이에 프로젝트가 바뀌었어요.

## 연표

timeline-axis = 날짜 축
timeline-dates-here = 여기에 날짜 { $count }개가 있어요. 클릭하면 목록에서 보여요
timeline-hint = 누가, 어디서, 무엇을
timeline-field = 이 이름이 있는 문장만 보기
chip-with = { $label } 있음
only-with = { $label } 표시가 있는 문장만
lane-days = 일
lane-weeks = 주
lane-months = 월
lane-quarters = 분기
lane-years = 연
lane-longer = 더 긴 기간
timeline-reading = { $dates } · 기사를 읽는 중…
timeline-seen = { $dates } 중 { $seen }개
timeline-reading-title = 기사를 읽는 중
timeline-reading-hint = 날짜를 찾는 대로 나와요.
timeline-none = 아직 표시한 날짜가 없어요
timeline-none-hint = 날짜 제안을 수락하거나 “Saturday” 같은 단어에 Date 라벨을 붙이세요. 여기에 날짜순으로 모여요.
timeline-review = 제안 검토하기
timeline-no-day = 표시한 날짜가 어느 날인지 아직 몰라요
timeline-no-day-hint = “Saturday” 같은 단어는 기사가 언제 나왔는지 알아야 어느 날인지 알 수 있어요.
timeline-undated = 날짜 { $count }개는 어느 날인지 몰라요
timeline-set-published = 발행일 정하기…
timeline-nothing-fits = 걸러내기에 맞는 것이 없어요
timeline-nothing-fits-hint = 라벨을 하나 빼거나 다른 이름으로 찾아 보세요.

## 날짜의 뜻 (src/time/resolve/line.rs의 영어를 옮김)

date-monday = 월요일
date-tuesday = 화요일
date-wednesday = 수요일
date-thursday = 목요일
date-friday = 금요일
date-saturday = 토요일
date-sunday = 일요일
date-jan = 1월
date-feb = 2월
date-mar = 3월
date-apr = 4월
date-may = 5월
date-jun = 6월
date-jul = 7월
date-aug = 8월
date-sep = 9월
date-oct = 10월
date-nov = 11월
date-dec = 12월
date-spring = 봄
date-summer = 여름
date-autumn = 가을
date-winter = 겨울
date-morning = 아침
date-afternoon = 오후
date-evening = 저녁
date-night = 밤
date-clock = { $number-hour }:{ $number-minute }
date-clock-utc = { $said-clock } UTC
date-day = { $number-year }년 { $said-month } { $number-day }일
date-weekday-day = { $said-day } { $said-weekday }
date-month-day = { $said-month } { $number-day }일
date-month-year = { $number-year }년 { $said-month }
date-days = { $number-year }년 { $said-month } { $number-first }–{ $number-last }일
date-days-of-months = { $number-year }년 { $said-month } { $number-first }일 – { $said-next } { $number-last }일
date-days-of-years = { $number-year }년 { $said-month } { $number-first }일 – { $said-last }
date-weekend-of = { $said-days } 주말
date-week-of = { $said-day }부터 한 주
date-quarter = { $number-year }년 { $number-quarter }분기
date-quarter-alone = { $number-quarter }분기
date-first-half = { $number-year }년 상반기
date-second-half = { $number-year }년 하반기
date-year = { $number-year }년
date-years = { $number-first }–{ $number-last }년
date-decade = { $number-decade }년대
date-century-st = { $number-century }세기
date-century-nd = { $number-century }세기
date-century-rd = { $number-century }세기
date-century-th = { $number-century }세기
date-with-about-time = { $said-day }, { $said-time }쯤
date-with-time = { $said-day }, { $said-time }
date-by = { $said-date }까지
date-until = { $said-date }까지
date-since = { $said-date }부터
date-before = { $said-date } 이전
date-after = { $said-date } 이후
date-about = { $said-date }쯤
date-early = { $said-date } 초
date-mid = { $said-date } 중반
date-late = { $said-date } 말
date-start-of = { $said-date } 시작 무렵
date-end-of = { $said-date } 끝 무렵
date-earlier-in = { $said-date } 앞서
date-later-in = { $said-date } 나중
date-earlier-on = { $said-date } 이른 때
date-later-on = { $said-date } 늦은 때
date-more-than = { $said-length } 넘게
date-less-than = { $said-length } 미만
date-at-least = { $said-length } 이상
date-at-most = { $said-length } 이하
date-the-last = 지난 { $said-length }
date-the-next = 다음 { $said-length }
date-every = { $said-what }마다
date-every-day = 매일
date-every-week = 매주
date-every-month = 매달
date-every-year = 매년
date-unit-second = 1초
date-unit-minute = 1분
date-unit-hour = 한 시간
date-unit-day = 하루
date-unit-weekend = 주말
date-unit-week = 한 주
date-unit-month = 한 달
date-unit-quarter = 분기
date-unit-half = 반년
date-unit-season = 철
date-unit-year = 한 해
date-unit-decade = 10년
date-unit-century = 한 세기
date-one-second = { $number-count }초
date-some-seconds = { $number-count }초
date-one-minute = { $number-count }분
date-some-minutes = { $number-count }분
date-one-hour = { $number-count }시간
date-some-hours = { $number-count }시간
date-one-day = { $number-count }일
date-some-days = { $number-count }일
date-one-weekend = { $number-count }번의 주말
date-some-weekends = { $number-count }번의 주말
date-one-week = { $number-count }주
date-some-weeks = { $number-count }주
date-one-month = { $number-count }개월
date-some-months = { $number-count }개월
date-one-quarter = { $number-count }분기
date-some-quarters = { $number-count }분기
date-one-half-year = { $number-count }반기
date-some-half-years = { $number-count }반기
date-one-season = { $number-count }철
date-some-seasons = { $number-count }철
date-one-year = { $number-count }년
date-some-years = { $number-count }년
date-one-decade = { $number-count }0년
date-some-decades = { $number-count }0년
date-one-century = { $number-count }세기
date-some-centurys = { $number-count }세기
date-several-seconds = 몇 초
date-several-minutes = 몇 분
date-several-hours = 몇 시간
date-several-days = 며칠
date-several-weekends = 몇 번의 주말
date-several-weeks = 몇 주
date-several-months = 몇 달
date-several-quarters = 몇 분기
date-several-half-years = 몇 반기
date-several-seasons = 몇 철
date-several-years = 몇 년
date-several-decades = 수십 년
date-several-centuries = 수 세기

## 날짜의 정확도

core-precision-deadline = 기한
core-precision-from = 그때부터
core-precision-roughly = 대략
core-precision-days = 여러 날
core-precision-day = 하루
core-precision-weekend = 주말
core-precision-week = 한 주
core-precision-month = 한 달
core-precision-quarter = 분기
core-precision-half-year = 반년
core-precision-season = 한 철
core-precision-year = 한 해
core-precision-decade = 10년
core-precision-century = 한 세기

## 한 일과 하지 못한 일

names-added = { $names } 추가함
names-none-added = 추가한 이름이 없어요
names-added-know = { $names } 추가함. 알아 둘 것이 있어요
name-known = 이제 “{ $words }”이(가) 내 목록에 있어 항상 제안돼요
name-forgotten = “{ $words }”에서 배운 것을 잊었어요. 표시는 그대로 있어요
exported-path = { $path } 내보냄
names-not-exported = 이름을 내보내지 못했어요
