package io.sluice.replay;

import io.sluice.feed.ChunkSource;
import io.sluice.feed.Feed;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.OneLine;
import io.sluice.stream.ResponseHead;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Plays a tape while more is wanted and its moment has come. The thread that finds work plays;
 * other threads leave theirs to it. So a cancel from any thread never waits, and the file is closed
 * once, by the thread that plays.
 */
final class TapePlayer implements ChunkSource {

  private final Tape.Opening opening;
  private final ReplayClock clock;
  private final AtomicInteger work = new AtomicInteger();
  private volatile @Nullable Feed feed;
  private volatile boolean cancelled;
  private @Nullable Tape tape;
  private boolean over;
  private boolean awaiting;

  TapePlayer(Tape.Opening opening, ReplayClock clock) {
    this.opening = opening;
    this.clock = clock;
  }

  @Override
  public void start(Feed into) {
    feed = into;
    read();
  }

  @Override
  public void read() {
    if (work.getAndIncrement() == 0) {
      int seen = 1;
      while (seen != 0) {
        play();
        seen = work.addAndGet(-seen);
      }
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
    read();
  }

  private void play() {
    Feed into = feed;
    if (over || into == null) {
      return;
    }
    Optional<End> end = cancelled ? Optional.empty() : end(into);
    if (end.isPresent() || cancelled) {
      over = true;
      closeTape();
    }
    end.ifPresent(into::end);
  }

  /** Plays on; what cannot be read is the end, and so is what a dialect breaks at. */
  private Optional<End> end(Feed into) {
    try {
      return playOn(into);
    } catch (IOException unreadable) {
      String message = unreadable.getMessage();
      return failed(message == null ? unreadable.toString() : message);
    } catch (RuntimeException broken) {
      return failed(OneLine.of("the record cannot be read: " + broken));
    }
  }

  private static Optional<End> failed(String why) {
    return Optional.of(new End.Failed(new Failure.Connection(why)));
  }

  private Optional<End> playOn(Feed into) throws IOException {
    Tape playing = tape(into);
    Optional<End> end = Optional.empty();
    while (end.isEmpty() && !cancelled && !awaiting && into.wantsMore()) {
      Duration due = playing.due();
      if (clock.isDue(due, into.elapsed())) {
        end = playing.play(into);
      } else {
        awaiting = true;
        clock.await(due, into.elapsed(), this::goOn);
      }
    }
    return end;
  }

  private void goOn() {
    awaiting = false;
    read();
  }

  private Tape tape(Feed into) throws IOException {
    if (tape == null) {
      tape = opening.open();
      into.sent(1);
      into.head(ResponseHead.NONE);
    }
    return tape;
  }

  private void closeTape() {
    try {
      if (tape != null) {
        tape.close();
      }
    } catch (IOException unclosed) {
      // It was only read, so nothing is lost by that.
    }
  }
}
