package io.sluice.replay;

import io.sluice.feed.ChunkSource;
import io.sluice.feed.Feed;
import io.sluice.replay.FollowedLines.NumberedLine;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.OneLine;
import io.sluice.stream.ResponseHead;
import io.sluice.thread.DaemonThreads;
import io.sluice.transcript.TranscriptLine;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a run on a thread of its own while they are wanted. */
final class RunFollower implements ChunkSource {

  private final FollowedLines.Opening opening;
  private final LinePlay play;
  private final ClassLoader loader;
  private final Semaphore demand = new Semaphore(0);
  private @Nullable Thread thread;
  private boolean cancelled;
  private long expected;

  RunFollower(FollowedLines.Opening opening, LinePlay play, ClassLoader loader) {
    this.opening = opening;
    this.play = play;
    this.loader = loader;
  }

  @Override
  public synchronized void start(Feed feed) {
    if (!cancelled) {
      Thread made = DaemonThreads.named("sluice-follow-").newThread(() -> follow(feed));
      made.setContextClassLoader(loader);
      thread = made;
      made.start();
    }
  }

  @Override
  public void read() {
    demand.release();
  }

  @Override
  public synchronized void cancel() {
    cancelled = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void follow(Feed feed) {
    try {
      feed.end(played(feed));
    } catch (InterruptedException cancelled) {
      // Nothing more is wanted, not even the end.
    } catch (IOException unreadable) {
      feed.end(failed(String.valueOf(unreadable.getMessage())));
    } catch (RuntimeException broken) {
      feed.end(failed(OneLine.of("the run cannot be read: " + broken)));
    }
  }

  private End played(Feed feed) throws IOException, InterruptedException {
    try (FollowedLines lines = opening.open()) {
      feed.sent(1);
      feed.head(ResponseHead.NONE);
      return played(lines, feed);
    }
  }

  private End played(FollowedLines lines, Feed feed) throws IOException, InterruptedException {
    while (true) {
      while (!feed.wantsMore()) {
        demand.acquire();
      }
      List<NumberedLine> next = lines.next();
      if (next.isEmpty()) {
        return LinePlay.cutOff(", or its writer has stopped");
      }
      for (NumberedLine line : next) {
        Optional<End> end = line.number() < expected ? Optional.empty() : counted(line, feed);
        if (end.isPresent()) {
          return end.get();
        }
      }
    }
  }

  private Optional<End> counted(NumberedLine line, Feed feed) throws IOException {
    if (line.number() > expected) {
      feed.irregular(Irregularity.Kind.MISSING_LINES);
    }
    expected = line.number() + 1;
    return played(line, feed);
  }

  private Optional<End> played(NumberedLine line, Feed feed) throws IOException {
    try {
      Optional<TranscriptLine> known = TranscriptLine.parse(line.text());
      return known.isPresent() ? play.play(known.get(), feed) : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      throw new IOException("line " + line.number() + ": " + malformed.getMessage(), malformed);
    }
  }

  private static End failed(String why) {
    return new End.Failed(new Failure.Connection(why));
  }
}
