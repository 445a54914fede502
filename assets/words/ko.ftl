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

## 설정

settings = 설정…
settings-title = 설정
settings-where = 이 컴퓨터에서 나만의 설정
settings-looks = 모양
settings-theme = 테마
settings-theme-system = 시스템에 맞춤
settings-theme-light = 밝게
settings-theme-dark = 어둡게
settings-zoom = 전체 크기
settings-motion = 움직임
settings-less-motion = 움직임 줄이기
settings-reading = 읽기
settings-text-size = 글자 크기
settings-column = 단 너비
settings-characters = 자
settings-lines = 줄 간격
settings-sample = 양측 특사가 화요일 빈에서 봄 이후 처음으로 만났다. 한 참석자는 “서로 이야기를 들었다”고만 말하고 더 이상 언급하지 않았다.
settings-suggestions = 제안
settings-care = 꼼꼼함
settings-least-sure = 이보다 덜 확실한 제안 숨기기
settings-keys = 단축키
settings-keys-find = 명령 찾기
settings-keys-press = 키를 누르세요 (Esc는 취소)
settings-keys-none = 단축키 없음
settings-keys-of = { $command }: { $keys }. 변경
settings-keys-remove = 지우기
settings-keys-back = 처음대로
settings-keys-refused = { $keys } 키는 라벨, 커서 또는 클립보드에 쓰여요.
settings-keys-taken = { $keys } 키는 지금 “{ $command }” 명령에 쓰여요.
settings-keys-take = 여기에 쓰기
settings-reset = 모두 처음대로
settings-reset-hint = 모든 설정과 단축키를 처음대로 되돌려요. 최근 파일은 남아요

## 둘러보기

tour = 다섯 단계 둘러보기
tour-step = { $steps }단계 중 { $step }
tour-next = 다음
tour-back = 이전
tour-skip = 건너뛰기
tour-end = 둘러보기 끝내기
tour-done = 완료
tour-sample = 예제 열기
tour-open = 기사 열기
tour-open-how = { $open-articles } 키로 파일을 열거나 창에 파일을 끌어다 놓으세요. 지금은 예제로 충분해요.
tour-review = 찾은 것 검토하기
tour-review-how = { $next-suggestion } 키는 다음 제안으로 가요. { $accept } 키는 수락, { $reject } 키는 거절이에요. 세 개를 수락해 보세요.
tour-mark = 직접 표시하기
tour-mark-how = 단어를 끌거나 두 번 클릭해서 선택하고 라벨의 숫자를 누르세요. 1은 인물, 3은 장소예요.
tour-entities = 누가 누구인지 보기
tour-entities-how = 오른쪽에서 “개체”를 클릭하세요. 인물, 장소, 조직이 모든 이름과 함께 한 번씩 나와요.
tour-save = 작업 저장하기
tour-save-how = { $save } 키를 누르고 위치를 고르세요. 모든 것이 파일 하나에 저장돼요. 저장하기 전에도 잃는 것은 없어요. 프로그램이 멈춰도 모든 단계가 돌아와요.

## 안내서

guide = 안내서
guide-title = 안내서
guide-open = 기사 열기
guide-open-text = 텍스트, 웹 페이지, PDF, Word, 메일, 통신사 기사, 표 등을 { $open-articles } 키로 열거나, 파일이나 폴더를 창에 끌어다 놓거나, { $paste-article } 키로 텍스트를 붙여넣으세요. 네트워크에서 아무것도 가져오지 않아요. 제목, 글쓴이, 날짜는 파일에서 읽고, 기사 위에서 클릭하면 고칠 수 있어요. “이 기사를 읽은 방법”에서 웹 페이지에서 무엇을 뺐는지 볼 수 있어요.
guide-review = 제안 검토하기
guide-review-text = 기사를 열면 인물, 조직, 장소, 집단, 사건, 날짜에 밑줄이 그어져요. { $next-suggestion } 키는 다음 제안, { $accept } 키는 수락, { $reject } 키는 거절, 숫자는 다른 라벨로 수락이에요. { $accept-entity } 키는 한 개체 전부, { $accept-name } 키는 한 이름 전부, { $accept-all } 키는 보이는 것 전부를 확인 뒤에 수락해요. 모든 답에서 바로 배워요.
guide-mark = 직접 표시하기
guide-mark-text = 단어를 끌어서 선택하고 라벨의 숫자를 누르세요. { $pick-label } 키는 라벨을 이름으로 찾아요. 커서가 단어 안에 있으면 숫자만 눌러도 돼요. { $grow-end }, { $shrink-end } 키로 표시의 끝을, { $grow-start }, { $shrink-start } 키로 시작을 옮기고, { $delete-mark } 키로 지우고, { $tag-all-in-article } 키로 기사에서 같은 이름을 모두 표시해요. 표시는 겹치거나 안에 들어갈 수 있어요. { $undo } 키는 다시 시작한 뒤에도 모든 단계를 되돌려요.
guide-entities = 이름 묶기
guide-entities-text = 같은 인물이나 장소의 언급은 개체 하나로 오른쪽 목록에 나와요. 여러 개를 골라 합치고, 다른 사람이면 언급을 떼어 내고, { $entity-facts } 키로 알려진 정보를 보세요. { $relate } 키는 두 표시를 관계로 이어요. 관계망({ $map-of-ties })은 누가 누구와 이어져 있는지 보여 줘요.
guide-dates = 날짜
guide-dates-text = 날짜는 발행일을 기준으로 읽어요. “지난 화요일” 같은 말 아래에 작은 글자로 실제 날짜가 나와요. 잘못 읽었으면 { $set-date } 키로 뜻을 정하세요. 연표({ $timeline })에는 모든 날짜가 순서대로 있어요.
guide-find = 찾기
guide-find-text = { $find-here } 키는 기사에서, { $find-in-project } 키는 프로젝트 전체에서 단어, 온전한 단어, 정규식, 그리고 “label:Person near:5 talks”처럼 표시를 찾아요. 찾은 것을 한꺼번에 표시할 수 있어요. { $all-commands } 키는 모든 명령을 이름으로 찾아요.
guide-labels = 라벨
guide-labels-text = { $edit-labels } 키는 프로젝트의 라벨을 열어요. 더하고, 이름과 색을 바꾸고, 합치고, 지우거나 다른 라벨 묶음을 쓰세요. 표시가 바뀌기 전에 몇 개인지 볼 수 있어요.
guide-safe = 잃는 것은 없어요
guide-safe-text = 저장하지 않아도 모든 단계는 곧바로 디스크에 있어요. 프로그램이 멈추면 모두 저절로 돌아와요. { $earlier-states } 키는 프로젝트의 이전 상태를 보여 주고 되돌려요. 다른 프로그램이 파일을 바꿔도 어느 쪽도 덮어쓰지 않아요.
guide-exchange = 주고받기
guide-exchange-text = 내보내기({ $export })는 CSV, JSON lines, CoNLL, brat, spaCy, UIMA, WebAnno, W3C 주석, STIX, 그래프, 보고서 등을 써요. 이 도구들의 주석은 { $import-annotations } 키로 가져와요. 프로젝트는 읽을 수 있는 RON 파일 하나예요.
tour-offer = 처음이신가요? 다섯 단계, 2분이면 둘러볼 수 있어요

## 개수

article-count = 기사 { $count }건
mark-count = 표시 { $count }개
mention-count = 언급 { $count }개
entity-count = 개체 { $count }개
metonym-count = 환유 { $count }개
relation-count = 관계 { $count }개
label-count = 라벨 { $count }개
name-count = 이름 { $count }개
count-of-dates = 날짜 { $count }개
sentence-count = 문장 { $count }개
tie-count = 연결 { $count }개
word-count = 단어 { $count }개

## 창과 막대

untitled-project = 제목 없는 프로젝트
title-only-read = { $name } (읽기 전용)
opening = 여는 중…
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
reviewed-of = { $all }개 중 { $done }개 검토함
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

tab-articles = 기사
tab-mentions = 언급
tab-entities = 개체
tab-suggestions = 제안
tab-relations = 관계
no-marks-yet = 아직 표시가 없어요
no-marks-hint = 단어를 끌어서 선택하고 라벨 키를 누르거나, { $accept } 키로 제안을 수락하세요.
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
merge-entities-into = { $name }, { $label }(으)로
merge-entities-of-other-labels = 라벨이 서로 달라요! { $name }, { $label }(으)로
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
all-reviewed-hint = 이 기사에는 검토할 것이 없어요. { $next-suggestion } 키를 누르면 제안이 있는 다음 기사로 가요.
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
could-not-be-done = 할 수 없었어요: { $why }
no-annotations-in-file = { $path }: Dateline이 읽을 수 있는 주석이 없어요
no-annotations-chosen = 고른 파일에 주석이 없어요
imported-counts = 가져옴: { $counts }
nothing-imported = 아무것도 가져오지 못했어요: { $why }
exported-to = { $path }에 내보냄
project-not-exported = 프로젝트를 내보내지 못했어요
opened-with-know = 열었어요. 알아 둘 것이 있어요
some-not-opened = { $all }개 중 { $bad }개를 열지 못했어요
text-too-long = 텍스트가 1 GiB보다 길어요
article-not-added = 기사를 추가하지 못했어요: { $why }
article-removed = 기사를 프로젝트에서 뺐어요. 실행 취소하면 돌아와요. 파일은 그대로예요
project-not-opened = 프로젝트를 열지 못했어요
saved-path = { $path } 저장함
saved-one-file = { $path } 저장함. 이제 모두 이 파일 하나에 있어요
saved-article-files = { $path } 저장함. 이제 기사마다 옆의 “.articles” 폴더에 파일이 따로 있어요
not-saved-but-kept = 프로젝트를 저장하지 못했어요. 모두 그대로 있고, 컴퓨터가 멈춰도 안전해요
not-saved-but-here = 프로젝트를 저장하지 못했어요. 모두 그대로 있어요
opened-not-as-left = 프로젝트를 열었지만 파일이 Dateline이 저장한 그대로가 아니에요. 다음에 저장하기 전에 따로 보관해요
unsaved-work-left = 끝나지 않은 실행에서 저장하지 않은 작업이 있어요. 파일 없이 Dateline을 시작하면 되살아나요
tagged-as = { $count }개에 { $label } 라벨을 붙임
tagged-as-rest = { $count }개에 { $label } 라벨을 붙임. { $rest }개는 이미 붙어 있었어요
tagged-but-parts = { $said }. 더 긴 단어 안의 { $count }개는 뺐어요
marks-taken-off = { $label } 표시 { $count }개를 지움
state-unreadable = 이 이전 상태를 읽을 수 없어요
went-back = 프로젝트가 그때 상태로 돌아갔어요. 실행 취소하면 있던 것이 돌아와요
changed-by-other = 다른 프로그램이 { $name } 파일을 바꿨어요. 저장할 때 어떻게 할지 물어요. “{ $command }” 명령으로 받아들일 수 있어요
read-again-short = 파일에서 프로젝트 다시 읽기
removed-by-other = 다른 프로그램이 { $name } 파일을 지웠어요. 저장하면 다시 생겨요
kept-again = 이제 하는 일이 다시 안전하게 보관돼요
not-kept = 하는 일을 안전하게 보관할 수 없어 컴퓨터가 멈추면 잃어요. 저장하거나 디스크 공간을 비우세요
taken-over = 다른 Dateline이 이 프로젝트를 넘겨받았어요. 여기서는 이제 읽기만 할 수 있어요
labels-changed = { $step }: 했어요. “실행 취소”로 되돌려요
no-labels-in-file = { $name } 파일에는 쓸 라벨이 없어요
labels-not-exported = 라벨을 내보내지 못했어요
select-words-first = 먼저 단어를 선택하거나 커서를 단어에 두세요
carry-already = 이 단어들에는 이미 이 라벨이 있어요
select-mark-for-note = 먼저 표시를 고르세요. 메모는 표시에 달아요
select-mark-for-all = 먼저 표시를 고르거나 단어에 라벨을 붙이세요. 그러면 같은 이름에 모두 붙어요
step-count-new = { $step }: 새로 { $count }개
all-marked-already = 이 이름은 이미 모두 표시돼 있어요
article-has-no-marks = 이 기사에는 아직 표시가 없어요
article-not-read-again = 기사를 다시 읽지 못했어요: { $why }
relate-select-first = 먼저 표시를 고르세요. 관계는 한 표시에서 다른 표시로 이어져요
relate-to-which = 어느 표시와 관계를 맺을까요? 클릭하거나, 그리로 가서 Enter를 누르세요
relate-none-fits = 이 두 라벨의 표시를 잇는 관계 유형이 없어요. 다른 표시를 고르세요
suggestions-coming = 제안을 만드는 중이에요…
every-suggestion-reviewed = 모든 제안을 검토했어요
nothing-to-accept = 이 기사에는 수락할 것이 없어요
accepted-all = { $step }. 실행 취소하면 모두 되돌려요.
article-reviewed = 이 기사의 제안을 모두 검토했어요
careful-on = 이제부터 기사를 꼼꼼히 읽어요
careful-off = 이제부터 기사를 빠르게 읽어요. 꼼꼼히 읽은 것은 그대로예요

## 주석과 함께 들어온 것

counts-articles = 기사 { $count }건
counts-articles-known = 기사 { $count }건 ({ $known }건은 이미 있음)
counts-marks-changed = 바뀐 표시 { $count }개
counts-labels-new = 새 라벨 { $count }개
counts-rest = { $counts }; 표시 { $count }개는 이미 있거나 뺌

## 시스템 대화 상자

dialog-open-articles = 기사 열기
dialog-articles = 기사
dialog-all-files = 모든 파일
dialog-open-project = 프로젝트 열기
dialog-project = Dateline 프로젝트
dialog-use-labels = 라벨 쓰기
dialog-labels-or-project = 라벨 또는 프로젝트
dialog-export-labels = 라벨 내보내기
dialog-labels = Dateline 라벨
dialog-import-annotations = 주석 가져오기
dialog-export-folder = 폴더로 내보내기
dialog-export = 내보내기
dialog-import-names = 이름 가져오기
dialog-names = 이름 목록
dialog-export-names = 이름 내보내기
dialog-table = 표 (CSV)
dialog-save-project = 프로젝트 저장
path-hint = 이 시스템에는 파일 대화 상자가 없어요. 여기에 경로를 쓰세요.
path = 경로
open = 열기

## 저장과 다른 프로그램이 한 일

question-save = { $name }의 변경 사항을 저장할까요?
question-kept = 저장하지 않으면 버려져요. 파일 메뉴의 이전 상태에 사본이 남아요.
question-quit = 저장하지 않고 끝내면 잃어요.
question-new = 저장하지 않고 새 프로젝트를 시작하면 잃어요.
question-open = 저장하지 않고 다른 프로젝트를 열면 잃어요.
question-no = 저장 안 함
foreign-title = 다른 프로그램이 { $name } 파일을 바꿨어요
foreign-hint = 그 위에 덮어쓰지 않았고, 한 일은 모두 그대로 있어요.
foreign-copy = 내 것을 사본으로 저장…
foreign-mine = 내 것을 저장하고 저쪽 것은 옆에 두기
foreign-theirs = 저쪽 것 받아들이기
foreign-stays = 내 것은 파일 메뉴의 이전 상태에 남아요
history-title = 이전 상태
history-none = 아직 보관된 것이 없어요. 저장할 때와 일하는 사이사이에 하나씩 보관돼요.
history-go-back = 이 상태로 돌아가기
history-go-back-hint = 한 단계로, 실행 취소하면 지금 있는 것이 돌아와요
history-row = { $age }, { $reason }
history-more = 그 밖에 { $count }건
history-opened = 열었을 때
history-saved = 저장함
history-working = 일하는 동안
history-given-up = 저장하지 않고 버림
history-replaced = 다른 프로젝트를 덮어씀
just-now = 방금
minutes-ago = { $count }분 전
hours-ago = { $count }시간 전
days-ago = { $count }일 전

## 기사에 관한 창

paste-title = 텍스트를 기사로 붙여넣기
paste-title-hint = 제목 (비워도 돼요)
title = 제목
paste-text-hint = 여기에 기사를 붙여넣으세요
paste-text = 기사 본문
paste-add = 기사 추가
facts-title = 이 기사 정보
article-title-field = 기사의 제목
published = 발행일
published-field = 기사 발행일
published-hint = 2024-11-10 또는 2024년 11월 10일
read-as-day = 날짜: { $day }
author = 글쓴이
author-field = 기사의 글쓴이
publisher = 발행처
publisher-field = 기사의 발행처
address = 주소
address-field = 기사의 주소
unknown = 모름
no-date = 날짜가 아니에요. 2024-11-10 또는 2024년 11월 10일처럼 쓰세요
found-where = 찾은 곳: { $origin }
reading-title = 이 기사를 읽은 방법
reading-file = 파일을 읽는 중…
read-as = { $name }, { $encoding }(으)로 읽음
reading-several = 파일에 기사가 여럿 있어요. 있는 기사 옆에 들어와요
reading-beside = 이 기사에는 표시가 있어 그대로 두고, 새 기사가 옆에 들어와요
reading-instead = 새 기사가 이 기사를 대신해요. 한 단계로 되돌릴 수 있어요
reading-use = 이렇게 읽은 것 쓰기
encoding = 인코딩
encoding-found = 자동
whole-page = 웹 페이지 전체
reading-words = { $encoding }(으)로 읽은 본문
reading-first-of = 기사 { $count }건 중 첫째
reading-left-out = 페이지에서 뺀 것
columns-title = 어느 열이 무엇인가요?
columns-one = { $file } 파일의 행마다 기사가 돼요
columns-several = { $files } 파일의 행마다 기사가 돼요. 열이 서로 같아요
columns-say-text = 어느 열이 본문인지 고르세요
column-is = { $column }: { $field }
column-unused = 쓰지 않음
column-text = 본문
column-date = 날짜
column-byline = 글쓴이
column-language = 언어
twins-title = 두 번 있는 기사가 있어요
twin-same = { $other } 기사와 글이 같아요
twin-nearly = { $other } 기사와 { $percent } % 같아요
twins-hint = 파일은 그대로예요. 뺀 기사는 실행 취소하면 돌아와요
twins-take-out = 기사 { $count }건 다시 빼기
twins-keep = 모두 두기

## 표시와 개체에 관한 창

accept-all-title = 이 제안들을 수락할까요?
accept-all-counts = { $names }, { $mentions }. 한 단계로 되돌릴 수 있어요
accept-count = { $count }개 수락
date-title = 언제인가요?
date-hint = 2019-11-09, 2019-11, 또는 last Friday 같은 말
date-field = 날짜의 뜻
date-as-words = 쓰인 말대로
date-as-words-hint = 다시 발행일부터 셈해요
about-entity = { $name } 정보
other-names = 다른 이름
one-a-line = 한 줄에 하나씩
other-names-field = 다른 이름, 한 줄에 하나씩
country = 나라
ids-elsewhere = 다른 곳의 식별자
ids-hint = 한 줄에 하나씩, 보기: wikidata Q30
ids-field = 다른 곳의 식별자, 한 줄에 하나씩
no-id = “{ $line }”은(는) 식별자가 아니에요. 모음과 식별자를 함께 쓰세요
no-partial-date = “{ $typed }”은(는) 날짜가 아니에요. 2019, 2019-11 또는 2019-11-10처럼 쓰세요
note-about-entity = 개체에 관한 메모
roles = 직책
role-title = 직함
role-with = 소속
role-from = 시작
role-to = 끝
role-field = { $field }, 직책 { $place }
role-remove-hint = 이 직책 지우기
role-remove = 직책 { $place } 지우기
role-add = 직책 추가
relate-title = 두 표시의 관계
relation-title = 이 관계 정보
note-about-relation = 관계에 관한 메모
relation-type-is = 관계 유형: { $kind }
turn-round = 뒤집기
turn-round-hint = 방향을 바꿔요
when = 언제
when-hint = 2019-11, 또는 last month 같은 말
when-field = 관계가 있던 때
means-value = 뜻: { $value }
kept-as-words = 말 그대로 둬요. 날, 달, 해를 알 수 없어요
in-the-text = 본문에서
pick-label-hint = 라벨
pick-label-field = 라벨 찾기
pick-label-none = 아직 라벨이 없어요. 이름을 쓰면 만들 수 있어요.
pick-label-keys = Enter로 고르기 · Ctrl+Enter로 계속 쓰기
pick-label-new = 새 라벨 “{ $name }”

## 이름 목록

names-title = 이름 목록
names-hint = 목록에 있는 이름은 나올 때마다 제안돼요. 내 목록이 가장 앞서요.
names-none-1 = 아직 목록이 없어요. 아래에서 이름을 추가하거나 파일을 가져오세요. 한 줄에 이름 하나,
names-none-2 = 또는 name, label, canonical 열이 있는 표(CSV)면 돼요.
names-use = { $list } 쓰기
names-row = { $list } · { $names }
remove = 제거
names-remove-hint = 목록을 프로젝트에서 빼요. 실행 취소하면 돌아와요
names-find = “{ $list }”에서 찾기
names-nothing = 그런 단어가 있는 이름이 없어요
names-take-off-hint = 이 이름을 목록에서 빼기
names-take-off = { $name } 빼기
names-own = 내 목록에 넣을 이름
names-label-hint = 이 이름과, 라벨 없이 가져온 이름의 라벨
import-files = 가져오기…

## 다른 도구의 주석과 내보내기

annotations-title = 주석 가져오기
annotations-working = { $formats }: 들어올 것을 알아보는 중…
annotations-counts = { $formats }: { $counts }
annotations-refused = 가져올 수 없어요: { $why }
import-now = 가져오기
relations = 관계
to-know = 알아 둘 것
new-name = { $name } (새로)
leave-out = 빼기
name-becomes = { $name } → { $choice }
export-hint = 프로젝트 전체를 다른 프로그램용으로 써요. 형식에 담지 못하는 것은 알려 줘요.
choose-folder = 폴더 고르기…
choose-file = 파일 고르기…
carries = 담는 것: { $what }
exported-title = 내보냈어요
export-losses = 이 형식에 담지 못한 것은 프로젝트에 남아요:

## 코어의 영어를 옮김 (src/words/retelling.rs): 개수

core-1-article = 기사 1건
core-articles = 기사 { $number }건
core-1-mention = 언급 1개
core-mentions = 언급 { $number }개
core-1-mark = 표시 1개
core-marks = 표시 { $number }개
core-1-entity = 개체 1개
core-entities = 개체 { $number }개
core-1-name = 이름 1개
core-names = 이름 { $number }개
core-1-list = 목록 1개
core-lists = 목록 { $number }개
core-1-label = 라벨 1개
core-labels = 라벨 { $number }개
core-1-suggestion = 제안 1개
core-suggestions = 제안 { $number }개
core-1-rejection = 거절 1개
core-rejections = 거절 { $number }개
core-1-relation = 관계 1개
core-relations = 관계 { $number }개

## 실행 취소와 다시 실행의 단계

core-step-add = { $said-what } 추가
core-step-remove = { $said-what } 제거
core-step-read-again = { $what } 다시 읽기
core-step-correct = { $what } 정보 고치기
core-step-merge = { $said-what } 합치기 → { $into }
core-step-split = { $from }에서 { $said-what } 나누기
core-step-rename = 이름 바꾸기 { $what } → { $name }
core-step-move = { $said-what } 옮기기 → { $to }
core-step-metonym = { $said-what } 환유로 보기
core-step-itself = { $said-what } 그 자체로 보기
core-step-add-list = { $list } 목록 추가
core-step-remove-list = { $list } 목록 제거
core-step-rename-list = 목록 이름 바꾸기 { $list } → { $name }
core-step-list-on = { $list } 목록 켜기
core-step-list-off = { $list } 목록 끄기
core-step-correct-list = { $list } 목록 고치기
core-step-know = { $words } 알아 두기: { $label }
core-step-know-some = { $said-what } 알아 두기
core-step-forget = { $said-what } 잊기
core-step-remember = { $said-what } 다시 기억하기
core-step-import-labels = { $from }에서 라벨 가져오기
core-step-import = { $from }에서 { $said-what } 가져오기
core-step-add-label = { $label } 라벨 추가
core-step-change-label = { $label } 라벨 고치기
core-step-rename-label = 라벨 이름 바꾸기 { $label } → { $name }
core-step-move-label = { $label } 라벨 옮기기
core-the-label = { $label } 라벨
core-step-delete = { $said-what } 삭제
core-step-use-labels = { $set } 라벨 쓰기
core-step-add-type = { $name } 관계 유형 추가
core-step-change-type = { $name } 관계 유형 고치기
core-step-rename-type = 관계 유형 이름 바꾸기 { $before } → { $name }
core-step-delete-type = { $name } 관계 유형 삭제
core-step-tag = { $words } 표시: { $label }
core-step-tag-some = { $said-what } 표시
core-step-tag-all = { $words } 모두 표시: { $label }
core-step-accept = { $words } 수락: { $label }
core-step-accept-some = { $said-what } 수락
core-step-relabel = { $said-what } 라벨 바꾸기: { $label }
core-step-resize = 표시를 { $words }(으)로 고치기
core-step-note = { $said-what } 메모
core-step-date-by-words = { $said-what } 날짜를 쓰인 말대로
core-step-reject = { $said-what } 거절
core-step-take-back = { $said-what } 취소
core-step-relate = { $first } → { $second } 관계 맺기: { $type }
core-the-relation = { $first } → { $second } 관계: { $type }
core-step-correct-relation = { $first } → { $second } 관계 고치기: { $type }
core-step-go-back = 이전 상태로 돌아가기

## 제안한 까닭

core-why-capitals = 대문자로 시작하는 단어
core-why-organisation = 기관을 나타내는 단어
core-why-place = 장소를 나타내는 단어
core-why-same = 이 기사의 다른 곳에 같은 이름
core-why-list = { $said-list } 목록에 있음
core-why-elsewhere = 이 기사의 “{ $name }”
core-why-short = “{ $name }”의 줄임말
core-why-tagger = 태거, { $number }
core-why-taught = 내 표시로 배운 태거, { $number }
core-why-own-list = 내 이름 목록에 있음
core-why-your-list = “{ $list }” 목록에 있음
core-why-you = 직접 표시한 이름
core-why-you-in = “{ $title }”에서 직접 표시한 이름
core-why-within = 장소 안의 장소
core-why-title = 이름 앞의 직함
core-why-title-beside = 이름 옆의 직함
core-why-age = 나이가 붙은 이름
core-why-part = 기관의 부서를 나타내는 단어
core-why-speech = 이름 뒤에 말했다는 단어
core-why-preposition = 장소 앞의 전치사
core-why-date = 날짜나 시각
core-why-event = 사건을 나타내는 단어
core-why-family-hyphen = 성과 붙임표로 이은 이름
core-why-first-name = 흔한 이름
core-why-family-name = 흔한 성
core-why-money = 금액
core-why-office = 이름 있는 기관의 직책
core-why-weapon = 무기를 나타내는 단어
core-list-cities = 도시
core-list-demonyms = 주민 이름
core-list-countries = 나라
core-list-peoples = 민족
core-list-regions = 지역
core-list-capitals = 수도
core-list-companies = 기업
core-list-states = 주
core-list-religions = 종교
core-list-armed-groups = 무장 단체
core-list-broadcasters = 방송과 신문
core-list-alliances = 동맹
core-list-seas = 바다
core-list-parties = 정당
core-list-leanings = 정치 성향
core-list-governments = 정부
core-list-bodies = 국제기구
core-list-agencies = 기관
core-list-news-agencies = 통신사
core-list-forces = 군대
core-list-sports = 체육 단체
core-list-think-tanks = 연구소
core-list-rivers = 강
core-list-aid = 구호 단체
core-list-universities = 대학
core-list-sites = 장소
core-list-continents = 대륙
core-list-mountains = 산
core-list-planets = 행성

## 정보가 있던 곳

core-from-address = 페이지 주소
core-from-file-name = 파일 이름
core-from-properties = 문서 속성
core-from-meta = meta 태그
core-from-twitter = Twitter 카드
core-from-time = time 태그
core-from-heading = 페이지 머리글
core-from-title = 페이지 제목
core-from-link = 대표 링크
core-from-saved = 저장한 페이지
core-from-paragraph = 제목 단락
core-from-line = 첫 줄
core-from-json = JSON 필드
core-from-mail = 메일 머리글
core-from-column = 표의 열
core-from-dateline = 기사 첫머리

## 라벨을 바꾸면 일어나는 일

core-effect-become = { $said-articles }의 { $said-marks } → { $labels }; { $said-entities }
core-effect-become-only = { $said-articles }의 { $said-marks } → { $labels }
core-effect-becomes = { $said-articles }의 { $said-marks } → { $labels }; { $said-entities }
core-effect-becomes-only = { $said-articles }의 { $said-marks } → { $labels }
core-effect-go = { $said-articles }의 { $said-marks } 사라짐; { $said-entities }
core-effect-go-only = { $said-articles }의 { $said-marks } 사라짐
core-effect-goes = { $said-articles }의 { $said-marks } 사라짐; { $said-entities }
core-effect-goes-only = { $said-articles }의 { $said-marks } 사라짐
core-effect-entity = 개체 1개가 따라감
core-effect-entities = 개체 { $number }개가 따라감
core-effect-join = 표시 1개가 같은 단어의 표시와 합쳐짐
core-effect-joins = 표시 { $number }개가 같은 단어의 표시와 합쳐짐
core-effect-lonely = 표시 없는 개체 1개가 사라짐
core-effect-lonely-some = 표시 없는 개체 { $number }개가 사라짐
core-effect-relation = 관계 1개가 사라짐
core-effect-relations = 관계 { $number }개가 사라짐
core-effect-rejection = 거절 1개가 따라감
core-effect-rejections = 거절 { $number }개가 따라감
core-effect-rejection-goes = 거절 1개가 사라짐
core-effect-rejections-go = 거절 { $number }개가 사라짐
core-effect-name = 목록의 이름 1개가 따라감
core-effect-names = 목록의 이름 { $number }개가 따라감
core-effect-name-goes = 목록의 이름 1개가 사라짐
core-effect-names-go = 목록의 이름 { $number }개가 사라짐
core-effect-date = 날짜 1개를 다시 쓰인 말대로 읽음
core-effect-dates = 날짜 { $number }개를 다시 쓰인 말대로 읽음
core-effect-is-new = { $labels } 새로 생김
core-effect-are-new = { $labels } 새로 생김
core-effect-leaves = { $labels } 목록에서 빠짐
core-effect-leave = { $labels } 목록에서 빠짐
core-effect-stays = { $labels } 쓰이고 있어 남음
core-effect-stay = { $labels } 쓰이고 있어 남음
core-effect-renamed = { $before } → { $after }

## 파일에서 생긴 일

core-two-sentences = { $told-first }. { $told-second }
core-path-why = { $path }: { $told-why }
core-mistake = Dateline이 여기서 잘못해 이 일을 멈췄어요. 다른 것은 그대로예요. 알려 주세요
core-source-file = “{ $title }” 기사의 원본 파일이에요. Dateline은 원본에 쓰지 않아요. 다른 이름을 고르세요
core-needs-folder = 이 형식은 폴더에 여러 파일을 써요. 파일 말고 폴더를 정하세요
core-no-text = 텍스트가 아니에요
core-is-folder = 폴더예요. 그 안의 파일을 고르세요
core-no-ordinary-file = 보통 파일이 아니에요
core-too-many-bytes = 파일이 { $number }바이트예요. { $limit }바이트까지 읽을 수 있어요
core-no-file = 그런 파일이나 폴더가 없어요
core-not-allowed = 읽거나 쓸 권한이 없어요. 권한을 확인하세요
core-read-only-disk = 읽기 전용 디스크예요. 다른 곳에 저장하세요
core-disk-full = 디스크가 가득 찼어요. 공간을 비우거나 다른 곳에 저장하세요
core-quota = 그곳에는 더 저장할 수 없어요. 공간을 비우거나 다른 곳에 저장하세요
core-cancelled = 읽기를 취소했어요
core-too-slow = { $number }초 넘게 걸려 읽기를 그만뒀어요 ({ $kind })
core-too-large = 메모리가 { $number } MB 넘게 필요해 읽기를 그만뒀어요 ({ $kind })
core-too-deep = 너무 깊이 겹쳐 있어 읽을 수 없어요 ({ $kind })
core-reader-failed = 읽지 못했어요. 읽는 프로그램이 실패했거나 너무 오래 걸렸고, 다른 것은 그대로예요 ({ $kind })
core-passed-over-folder = 다른 종류의 파일 { $number }개는 지나쳤어요
core-many-files = 한 번에 파일 { $number }개까지 열 수 있어요. 이 폴더의 나머지는 열지 않았어요
core-open-elsewhere = 다른 Dateline({ $who })에서 열려 있어 여기서는 읽기만 할 수 있어요
core-open-elsewhere-close = 다른 Dateline({ $who })에서 열려 있어요. 먼저 그쪽에서 닫으세요
core-open-elsewhere-name = 다른 Dateline({ $who })에서 열려 있어요. 다른 이름을 고르세요
core-open-elsewhere-saved = 다른 Dateline에서 이 프로젝트가 열려 있어요. 마지막으로 저장한 상태예요
core-only-read = 다른 Dateline에서 열려 있어 여기서는 읽기만 할 수 있어요
core-still-read = 아직 읽는 중이에요
core-not-safe = 여기서는 변경 사항을 안전하게 보관할 수 없어요: { $said-why }. 공간을 비우거나 { $variable }에 다른 폴더를 정하세요
core-brought-back-1 = 저장하지 않은 1단계를 되살렸어요
core-brought-back = 저장하지 않은 { $number }단계를 되살렸어요
core-brought-back-1-changed = 저장하지 않은 1단계를 되살렸어요. 파일은 다른 프로그램이 바꿨어요
core-brought-back-changed = 저장하지 않은 { $number }단계를 되살렸어요. 파일은 다른 프로그램이 바꿨어요
core-journal-unreadable = 이 프로젝트의 기록을 읽을 수 없어요
core-does-not-fit = 저장하지 않은 작업이 다른 프로그램이 바꾼 파일과 맞지 않아요
core-kept-as = { $said-what }. { $path }에 보관했어요
core-earlier-kept = { $said-why }. 이전 상태는 { $path }에 보관돼 있어요
core-changed-meanwhile = 그 사이에 다른 프로그램이 바꿨어요. 저장할 때 어떻게 할지 물어요
core-removed-meanwhile = 그 사이에 다른 프로그램이 지웠어요. 저장하면 다시 생겨요
core-changed-since = 연 다음에 다른 프로그램이 이 파일을 바꿨어요. 덮어쓰지 않았어요
core-damaged-checksum = 파일이 손상됐어요. 검사합이 맞지 않아요
core-journal-cut = 다른 프로그램이 기록을 잘랐어요
core-own-project = 프로젝트 파일이에요. 다른 이름을 고르세요
core-other-project = 그 사이에 다른 프로젝트를 열었어요. 이름을 다시 가져오세요
core-changed-while-read = 읽는 동안 여기 프로젝트가 바뀌어 그대로 뒀어요. 저장하고 다시 여세요
core-no-thread = 스레드를 시작하지 못했어요: { $why }

## 기사를 읽다가 생긴 일

core-empty-file = 파일이 비어 있어요
core-empty-file-hint = 파일이 온전히 복사됐는지 확인하세요.
core-huge-article = 파일이 { $number }바이트예요. 기사는 { $limit }바이트(1 GiB)까지예요
core-huge-article-hint = 여러 파일로 나누세요.
core-no-article = 기사가 아니에요. 보기에는: { $kind }
core-no-article-hint = 텍스트, 웹 페이지, PDF, Word, OpenDocument, RTF, EPUB, 메일, 피드, NITF, NewsML, CSV, JSON 줄을 읽어요. 기사를 이 가운데 하나로 저장하거나 글을 붙여넣으세요.
core-damaged = 손상됐어요 ({ $kind }): { $said-why }
core-damaged-hint = 파일을 다시 받거나, 원래 프로그램에서 열어 새로 저장하세요.
core-locked = 암호가 걸려 있어요 ({ $kind })
core-locked-hint = 원래 프로그램에서 열어 암호 없이 저장하세요.
core-wordless = 글이 없어요 ({ $kind }): { $said-why }
core-wordless-hint = 글이 있으면 붙여넣으세요.
core-for-safety = 안전을 위해 읽지 않았어요: { $said-why }
core-bomb-hint = 믿을 수 있으면 조심해서 풀고 기사 파일을 여세요.
core-unsafe-hint = 믿을 수 있으면 원래 프로그램에서 열어 텍스트로 저장하세요.
core-no-encoding = “{ $name }” 인코딩은 없어요
core-no-encoding-hint = UTF-8, windows-1252, Shift_JIS 같은 이름을 쓰세요.
core-no-column = “{ $name }” 열이 없어요. 있는 열: { $columns }
core-no-column-hint = 파일에 있는 열 이름이나 번호를 쓰세요.
core-no-text-column = 기사 글이 있는 열이 없어요. 열: { $columns }
core-no-text-column-hint = 어느 열이 본문인지 정하세요.
core-kind-binary-nul = 이진 파일 (NUL 바이트가 있음)
core-kind-binary = 이진 파일 (제어 문자가 많음)
core-kind-old-office = 오래된 오피스 문서 (doc, xls, msg)
core-kind-media = 소리나 영상 파일
core-kind-sound = 소리 파일
core-kind-program = 프로그램
core-kind-gzip = gzip 압축 파일
core-kind-xz = xz 압축 파일
core-kind-7z = 7-Zip 압축 파일
core-kind-zstd = Zstandard 압축 파일
core-kind-sqlite = SQLite 데이터베이스
core-kind-plist = 속성 목록
core-kind-word = Word 문서
core-kind-the-word = Word 문서
core-kind-odt = OpenDocument 텍스트
core-kind-the-odt = OpenDocument 텍스트
core-kind-rtf = 서식 있는 텍스트
core-kind-the-rtf = 서식 있는 텍스트
core-kind-web = 웹 페이지
core-kind-the-archive = 압축 파일
core-kind-the-feed = 피드
core-kind-the-mail = 메일
core-kind-the-mailbox = 우편함
core-kind-the-saved-page = 저장한 페이지
core-kind-the-web-archive = 웹 아카이브
core-kind-plain = 일반 텍스트
core-why-scan = 텍스트 층이 없어요. 스캔한 문서일 수 있어요
core-why-pictures = 모두 그림일 수 있어요
core-why-attachments = 모두 첨부 파일일 수 있어요
core-why-script = 글을 스크립트가 넣는 페이지일 수 있어요. 스크립트는 실행하지 않아요
core-why-locked-pages = 그림이거나 잠긴 페이지일 수 있어요
core-why-parts = 부분을 찾을 수 없어요
core-why-cut = 끝이 잘려 있어요
core-blank-lines = 글 없이 빈 줄만 있어요
core-guessed-encoding = 인코딩이 적혀 있지 않아 { $encoding }(으)로 짐작해 읽었어요. 글이 이상하면 다른 인코딩으로 다시 읽으세요
core-bad-places = 이 인코딩으로 읽지 못한 곳 { $number }개는 U+FFFD로 두었어요. 첫 곳은 { $line }번째 줄
core-rows-empty = { $all }행 중 글이 없는 { $number }행을 뺐어요
core-attachments-left = 메일의 첨부 파일 { $number }개를 뺐어요
core-more-messages = 메시지 { $number }개를 더 뺐어요
core-more-lines = { $number }줄을 더 뺐어요
core-line-left = { $number }번째 줄을 뺐어요: { $why }
core-items-wordless = 글이 없는 항목 { $number }개를 지나쳤어요
core-others-in-archive = 그 안의 다른 종류 파일 { $number }개를 지나쳤어요
core-nothing-in-archive = 기사가 없어요
core-lost-characters = 글자 { $number }개가 U+FFFD예요. 파일이 오기 전에 이미 깨졌어요
core-feed-summaries = { $all }개 항목 중 { $number }개는 요약뿐이에요. 기사는 웹 페이지에 있고, 내려받지 않아요

## 쓸 수 없는 것

core-label-needs-name = 라벨에는 이름이 있어야 해요
core-label-taken = “{ $name }” 라벨이 이미 있어요
core-labels-full = 라벨이 너무 많아요
core-types-full = 관계 유형이 너무 많아요
core-no-label = “{ $name }” 라벨이 없어요
core-near-number = near: 뒤에는 { $number } 이하의 수를 쓰세요
core-near-between = near:는 두 가지 사이에 쓰세요
core-regex-large = 정규식이 너무 커요
core-no-name = “{ $name }”은(는) 이름이 아니에요
core-role-order = 직책이 { $from }에 시작해 { $to }에 끝날 수는 없어요
core-no-id = “{ $id }”은(는) 식별자가 아니에요. 어느 쪽도 비거나 빈칸이 있으면 안 돼요
core-merge-two = 합칠 개체를 둘 이상 고르세요
core-relation-two-articles = 두 언급({ $from }, { $to })이 다른 기사에 있어요. 관계는 한 기사 안에서 맺어요
core-relation-same = 두 언급({ $from }, { $to })이 같은 것을 뜻해요
core-relation-already = 그런 관계({ $id })가 이미 있어요
core-wrong-ends = “{ $type }” 관계는 { $allowed-from } → { $allowed-to }예요. { $from } → { $to }(으)로는 맺을 수 없어요

## 형식이 담는 것과 담지 못하는 것

core-lost = 담지 못함: { $said-what } ({ $number })
core-format-json-lines = spaCy용 JSON 줄: 본문, 개체, 표시가 겹치는 곳의 스팬
core-format-marks-all = 표시. 거절과 이름 목록을 뺀 나머지는 되가져올 수 있게 “dateline” 아래에
core-format-a-page = 읽고 인쇄할 수 있는 페이지 하나
core-format-articles-with = 기사와 표시, 개체와 그 정보, 관계, 날짜
core-format-json-lines-of = 수락된 Prodigy 작업의 JSON 줄
core-format-marks-and = 표시와 관계. 거절과 이름 목록을 뺀 나머지는 되가져올 수 있게 “dateline” 아래에
core-format-tables-csv = 표(CSV): 기사, 언급, 개체, 직책, 관계. 본문은 폴더에
core-format-everything-but = 거절과 이름 목록을 뺀 모든 것
core-format-graphml-a = GraphML, networkx, igraph, yEd, Cytoscape용 그래프
core-format-entities-with = 개체와 그 정보, 관계, 어느 개체가 한 문장에 나오는지
core-format-gexf-1 = GEXF 1.3, Gephi용 그래프
core-format-tasks-of = Label Studio 작업(tasks.json)과 그 라벨 화면(config.xml)
core-format-marks-with = 메모가 달린 표시, 관계. 거절과 이름 목록을 뺀 나머지는 되가져올 수 있게 작업 자료에
core-format-stix-2 = STIX 2.1 묶음, MISP와 OpenCTI용 위협 정보
core-format-persons-bodies = 사람, 기관, 집단, 장소, 사건과 그 관계. 표시와 본문은 확장에
core-format-json-lines-of-doccano = doccano의 JSON 줄, 관계가 있으면 관계도
core-format-json-lines-of-dateline = Dateline의 JSON 줄, 한 줄에 기사 하나, 다른 프로그램용 스팬과 함께
core-format-conll-a = CoNLL, 한 줄에 토큰과 IOB2 태그 하나
core-format-marks-that = 겹치지 않는 표시. 단어는 담고 그 사이 빈칸은 담지 않음
core-format-conll-with = BIOES 태그를 쓰는 CoNLL: 시작, 안, 끝, 하나
core-format-webanno-tsv = INCEpTION용 WebAnno TSV 3.3, 기사마다 파일 하나
core-format-marks-and-ids = 표시와 다른 곳의 식별자. 거절과 이름 목록을 뺀 나머지는 dateline.jsonl에
core-format-uima-cas = INCEpTION과 DKPro의 UIMA CAS XMI와 그 유형 체계
core-format-uima-cas-json = INCEpTION과 DKPro의 UIMA CAS JSON 0.4
core-format-w3c-web = W3C 웹 주석, 텍스트 파일 옆의 JSON-LD
core-format-refi-qda = NVivo, MAXQDA, ATLAS.ti, QualCoder의 REFI-QDA 프로젝트
core-format-marks-labels = 표시, 라벨, 개체, 관계, 기사 정보. 표시의 출처는 담지 않음
core-format-standoff-annotations = brat의 스탠드오프 주석: .txt, .ann, annotation.conf, visual.conf
core-format-marks-notes = 표시, 메모, 환유, 관계, 다른 곳의 식별자, 기사에서 같은 것을 뜻하는 표시. 거절과 이름 목록을 뺀 나머지는 dateline.jsonl에
core-lost-rejections = 거절
core-lost-lists-of = 이름 목록
core-lost-titles-of = 기사 제목
core-lost-publication-dates = 발행일
core-lost-languages-of = 기사의 언어
core-lost-names-of = 기사의 원본 파일 이름
core-lost-bylines-sites = 기사의 글쓴이, 사이트, 주소, 시각과 그 출처
core-lost-which-suggester = 표시의 출처
core-lost-notes-on = 표시의 메모
core-lost-that-marks = 표시가 다른 것을 뜻한다는 것
core-lost-what-dates = 분석가가 정한 날짜의 뜻
core-lost-entities-and = 개체와, 어느 표시가 같은 것을 뜻하는지
core-lost-entities-with = 메모, 다른 이름, 나라, 식별자, 직책이 있는 개체
core-lost-entities-without = 언급이 없는 개체
core-lost-relations = 관계
core-lost-dates-and = 관계의 날짜와 메모
core-lost-texts-of = 기사 본문
core-lost-places-of = 표시의 위치
core-lost-relations-of = 개체 자신과의 관계
core-lost-sentences-that = 개체가 너무 많아 잇지 않은 문장
core-lost-where-the = 기사 정보가 있던 곳
core-lost-entities-that = STIX에 맞는 객체가 없는 개체 (표시는 있음)
core-lost-relations-of-such = 그런 개체의 관계
core-lost-marks-inside = 다른 표시 안에 있거나 끝에 걸친 표시
core-lost-marks-of = 빈칸만 있는 표시
core-lost-white-space = 표시 끝의 빈칸
core-lost-articles-that = 글이 없어 뺀 기사
core-mod-before = 이전
core-mod-after = 이후
core-mod-on-or-before = 그때나 이전
core-mod-on-or-after = 그때나 이후
core-mod-less-than = 미만
core-mod-more-than = 초과
core-mod-equal-or-less = 이하
core-mod-equal-or-more = 이상
core-mod-start = 시작
core-mod-mid = 중간
core-mod-end = 끝
core-mod-approx = 대략
core-own-list = 아는 이름
core-forgotten-list = 잊은 이름
core-kind-png = PNG 그림
core-kind-jpeg = JPEG 그림
core-kind-gif = GIF 그림
core-kind-bmp = BMP 그림
core-kind-bzip2 = bzip2 압축 파일
core-kind-rar = RAR 압축 파일
core-kind-epub = EPUB 책
core-kind-the-epub = EPUB 책
core-kind-zip = ZIP 압축 파일
core-kind-nitf = NITF 기사
core-kind-the-nitf = NITF 기사
core-kind-newsml = NewsML 항목
core-kind-the-newsml = NewsML 항목
core-kind-the-json = JSON
core-kind-json = 기사 JSON
core-kind-pdf = PDF 문서
core-kind-the-pdf = PDF 문서
core-kind-feed = 피드
core-kind-mail = 메일
core-kind-mailbox = 우편함
core-kind-web-archive = 웹 아카이브
core-kind-table = 표
core-pdf-fonts = 글꼴에 어느 글자인지 적혀 있지 않아요
core-pdf-page = { $number }쪽: { $said-why }
core-pdf-page-odd = { $number }쪽은 알 수 없는 방식으로 쓰였어요
core-read-as-plain = Dateline이 아는 기사가 든 파일이 아니에요 ({ $kind }). 일반 텍스트로, 기호까지 그대로 읽었어요
core-left-outside = { $path } 뺐어요. 경로가 압축 파일 밖을 가리키거나 링크예요
core-left-nested = { $path } 뺐어요. 압축 파일 안의 압축 파일이에요. 먼저 푸세요
core-left-because = { $path } 뺐어요: { $said-why }
core-row-left = 행을 하나 뺐어요: { $why }
core-message-left = 메시지 { $number }번을 뺐어요: { $why }
core-no-column-text = text라는 열이 없어 글이 가장 긴 “{ $name }” 열을 본문으로 읽었어요
core-two-text-columns = “{ $name }” 열을 본문으로 읽었어요. “{ $other }” 열일 수도 있어요
core-newsml-pictures = 그림이거나 다른 곳의 기사를 가리키는 항목일 수 있어요
core-nitf-picture = 글이 없는 그림이나 정정일 수 있어요
core-feed-links = 글 없이 링크만 있어요
core-json-values = 기사 없이 다른 값만 있어요
core-mail-headers = 머리글이 없어요
core-no-message = 메시지가 없어요
core-no-page = 페이지가 없어요
core-missing-part = { $name } 부분이 없어요
core-step-reverse-relation = { $first } → { $second } 관계 뒤집기: { $type }
core-no-value-date = “{ $typed }”은(는) 날짜가 아니에요. YYYY, YYYY-MM, YYYY-MM-DD 가운데 하나로 쓰세요

## egui가 붙이는 이름

resize-panel = 패널 크기 조절

path-replaces = { $name } 파일이 이미 있어서 새 파일로 바뀌어요.
path-replace = 바꾸기
paste-kept = 붙여넣은 텍스트는 남아 있어요. { $keys } 키로 다시 볼 수 있어요
unsaved-steps = { $name }에 저장하지 않은 단계가 { $count }개 있어요.
unsaved-open = { $name } 열고 되살리기

## 읽을 수 없는 프로젝트 파일

core-project-empty-hint = 쓰다가 멈췄거나 비워졌을 수 있어요. 사본을 여세요.
core-project-none-hint = 손상됐거나 Dateline 프로젝트가 아니에요.
core-project-newer-hint = 새 Dateline을 설치하거나 그쪽에서 프로젝트를 내보내세요.
core-project-line-hint = 텍스트 편집기에서 그 줄을 고치거나 사본을 여세요.
core-project-record-hint = 텍스트 편집기에서 그 기록을 고치거나 사본을 여세요.
core-project-folder-hint = 이 프로젝트의 기사는 옆에 있는, 이름이 같고 “.articles”로 끝나는 폴더의 파일이에요. 폴더를 되돌려 놓거나 이전 상태를 여세요.
core-labels-newer-hint = 새 Dateline을 설치하거나 그쪽에서 라벨을 내보내세요.
core-labels-none-hint = Dateline에서 내보낸 라벨 파일이나 프로젝트를 고르세요.
core-labels-line-hint = 텍스트 편집기에서 그 줄을 고치세요. 라벨 파일은 Dateline에서 내보낸 것이나 프로젝트예요.
core-not-utf-8 = { $number-line }번째 줄: { $number-byte }번째 바이트가 UTF-8이 아니에요
core-line-column = { $number-line }번째 줄 { $number-column }번째 칸: { $said-what }
core-line = { $number-line }번째 줄: { $said-what }
core-article-file = 기사 파일 { $path } 읽을 수 없음: { $said-why }
core-article-file-changed = 기사 파일 { $path } Dateline이 저장한 뒤 바뀌거나 손상됨
core-checksum = Dateline이 저장한 뒤 파일이 바뀌거나 손상됐어요. 검사합이 맞지 않아요
core-no-checksum = Dateline이 저장한 뒤 파일이 바뀌거나 손상됐어요. 마지막 줄이 검사합이 아니에요
core-no-end = Dateline이 저장한 뒤 파일이 바뀌거나 손상됐어요. 마지막 줄이 끝나지 않아요
core-crlf = 파일의 줄 끝이 CR LF로 바뀌었어요. 다른 것은 그대로예요
core-cut-off = 기록 중간에 파일이 끝나요. 잘린 것 같아요
core-brackets = 괄호가 너무 깊이 겹쳐 있어요
core-no-such-label = “{ $name }” 라벨이 없어요
core-read-only-file = 읽기 전용 파일이에요
core-no-plain-file = 보통 파일이 아니에요

## 주석과 이름 파일

core-no-text-beside = 본문 파일이 없어요. { $name }.txt를 옆에 두세요
core-no-utf-8-json = UTF-8이 아니에요. 파일을 UTF-8로 저장해 다시 해 보세요
core-one-text-too-long = 본문이 너무 길어요
core-name-line-left = { $number }번째 줄은 이름이 없어 뺐어요
core-name-no-name = 이름이 없어요
core-mark-left = 표시를 하나 뺐어요: { $why }

about-version = 버전 { $version }
about-version-without-careful = 버전 { $version }, 꼼꼼한 태거 없음
about-promise = 분석가와 함께 뉴스 기사를 읽어요. 누가, 어디서, 언제, 누구의 말인지. 이 컴퓨터에서만 일해요. 서버도, 계정도, 네트워크도 없어요.
about-licences = MIT 또는 Apache-2.0 중에서 고를 수 있어요. Dateline에 들어 있는 다른 이들의 것은 아래에 사용권과 함께 있어요.
about-find = 사용권에서 찾기
