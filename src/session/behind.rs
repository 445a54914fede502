//! Threads that do what nobody waits for leave the processor to the others.

/// How much such a thread gives way (the nice value of Linux, 0–19): a third of the time where others want all of it. With more,
/// earlier states were not kept within half a minute on a busy machine.
#[cfg(target_os = "linux")]
const GIVES_WAY: i32 = 5;

/// Lets this thread give way to all others of the program, where the system can do so for one thread; elsewhere nothing
/// happens.
///
/// Without it a change beside a save waited up to 10 ms for one of two cores.
pub(super) fn give_way() {
    #[cfg(target_os = "linux")]
    {
        let this = Some(rustix::thread::gettid());
        // One that gives way already, as all of a program that was started so, stays as it is; one that may not works all the same.
        if rustix::process::getpriority_process(this).is_ok_and(|now| now < GIVES_WAY) {
            let _ = rustix::process::setpriority_process(this, GIVES_WAY);
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn one_thread_gives_way_and_the_others_do_not() {
        let value = || rustix::process::getpriority_process(Some(rustix::thread::gettid())).ok();
        let before = value();
        let there = std::thread::scope(|scope| {
            let gives_way = || {
                give_way();
                value()
            };
            scope.spawn(gives_way).join().ok().flatten()
        });
        assert_eq!(there, before.map(|before| before.max(GIVES_WAY)));
        assert_eq!(value(), before);
    }
}
