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
