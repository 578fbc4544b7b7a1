package io.sluice.transport.netty.replay;

import io.sluice.stream.ChunkSource;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Feed;
import io.sluice.stream.ResponseHead;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Plays a tape while more is wanted and its moment has come. Whoever finds work plays; others leave
 * theirs to him, so that a cancel from anywhere never waits and the file is closed once, by the one
 * who plays.
 */
final class ReplaySource implements ChunkSource {

  private final Tape.Opening opening;
  private final ReplayClock pace;
  private final AtomicInteger work = new AtomicInteger();
  private volatile @Nullable Feed feed;
  private volatile boolean cancelled;
  private @Nullable Tape tape;
  private boolean over;
  private boolean awaiting;

  ReplaySource(Tape.Opening opening, ReplayClock pace) {
    this.opening = opening;
    this.pace = pace;
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
    try {
      Optional<End> end = cancelled ? Optional.empty() : playOn(into);
      if (end.isPresent() || cancelled) {
        over = true;
        closeTape();
      }
      end.ifPresent(into::end);
    } catch (IOException unreadable) {
      over = true;
      into.end(new End.Failed(new Failure.Connection(line(unreadable))));
    }
  }

  private Optional<End> playOn(Feed into) throws IOException {
    Tape playing = tape(into);
    Optional<End> end = Optional.empty();
    while (end.isEmpty() && !cancelled && !awaiting && into.wantsMore()) {
      Duration due = playing.due();
      if (pace.isDue(due, into.elapsed())) {
        end = playing.play(into);
      } else {
        awaiting = true;
        pace.await(due, into.elapsed(), this::goOn);
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

  private void closeTape() throws IOException {
    if (tape != null) {
      tape.close();
    }
  }

  private static String line(IOException unreadable) {
    String message = unreadable.getMessage();
    return message == null ? unreadable.toString() : message;
  }
}
