package io.sluice.server.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.runlog.LogLine;
import io.sluice.runlog.LogSlice;
import io.sluice.runlog.LogWatch;
import io.sluice.server.http.BodyWriter;
import io.sluice.server.http.StreamedBody;
import io.sluice.server.runs.ServedRun;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * One event stream that follows some runs. It has a cursor in each, sends what is behind it as fast
 * as its client reads, and never delays a run. Confined to its loop, except for the signal.
 */
final class Viewer implements StreamedBody {

  /** How much is rendered at once, and so how much beyond the writer's own bound can be unsent. */
  private static final int SLICE = 64 * 1024;

  private static final String END = "end";

  private final List<RunCursor> cursors;
  private final EventStyle style;
  private final Executor files;
  private final Heartbeat silence;
  private final List<LogWatch> watches = new ArrayList<>();
  private final AtomicBoolean signalled = new AtomicBoolean();
  private boolean over;

  Viewer(List<RunCursor> cursors, EventStyle style, Executor files, Heartbeat silence) {
    this.cursors = List.copyOf(cursors);
    this.style = style;
    this.files = files;
    this.silence = silence;
  }

  @Override
  public void begin(BodyWriter out) {
    out.whenOver(this::leave);
    out.whenWritable(() -> send(out));
    for (RunCursor cursor : cursors) {
      cursor.run().enter();
      watches.add(cursor.run().watch(() -> signal(out)));
    }
    write(out, style.opening(cursors));
    silence.begin(out);
    send(out);
  }

  /** Called on the threads of the runs. Signals that come before the next look are one. */
  private void signal(BodyWriter out) {
    if (signalled.compareAndSet(false, true)) {
      out.execute(() -> gather(out));
    }
  }

  private void gather(BodyWriter out) {
    Duration pause = Audience.pause(cursors);
    if (pause.isZero()) {
      look(out);
    } else {
      out.after(pause, () -> look(out));
    }
  }

  private void look(BodyWriter out) {
    signalled.set(false);
    send(out);
  }

  private void send(BodyWriter out) {
    boolean moved = true;
    while (moved && !over) {
      moved = false;
      for (RunCursor cursor : cursors) {
        moved |= !over && out.isWritable() && advance(out, cursor);
      }
    }
    cursors.forEach(cursor -> tell(out, cursor));
    if (!over && cursors.stream().allMatch(RunCursor::hasEnded)) {
      out.end();
    }
  }

  /** What is known of a run besides its lines. */
  private void tell(BodyWriter out, RunCursor cursor) {
    if (!over && out.isWritable() && !cursor.hasEnded()) {
      write(out, tokens(cursor));
      write(out, cursor.untoldWait().map(wait -> style.phase(cursor, wait)).orElse(""));
    }
  }

  private String tokens(RunCursor cursor) {
    return cursor.untoldTokens().map(figures -> style.tokens(cursor, figures)).orElse("");
  }

  /** Sends the next lines of one run, if there are any; says whether it did. */
  private boolean advance(BodyWriter out, RunCursor cursor) {
    ServedRun run = cursor.run();
    if (cursor.hasEnded() || cursor.waits()) {
      return false;
    }
    if (run.log().isClosed()) {
      return giveUp(out, cursor);
    }
    if (cursor.isBeyond()) {
      return sayUnkept(out, cursor);
    }
    if (run.log().isInMemory(cursor.after())) {
      return deliver(out, cursor, read(cursor));
    }
    cursor.waitForFile();
    files.execute(() -> readFile(out, cursor));
    return false;
  }

  private void readFile(BodyWriter out, RunCursor cursor) {
    LogSlice slice = read(cursor);
    out.execute(
        () -> {
          cursor.gotFromFile();
          if (!over) {
            deliver(out, cursor, slice);
            send(out);
          }
        });
  }

  /** A log that was closed meanwhile, or whose file cannot be read, has nothing more. */
  private static LogSlice read(RunCursor cursor) {
    try {
      return cursor.run().log().read(cursor.after(), SLICE);
    } catch (IllegalStateException closed) {
      return new LogSlice(cursor.after(), List.of());
    } catch (UncheckedIOException unreadable) {
      return new LogSlice(cursor.run().log().lines(), List.of());
    }
  }

  private boolean deliver(BodyWriter out, RunCursor cursor, LogSlice slice) {
    long before = cursor.after();
    if (slice.lost(cursor.after()) > 0) {
      sayLost(out, cursor, slice.after());
    }
    var text = new StringBuilder();
    for (LogLine line : slice.lines()) {
      Duration wait = cursor.delay(line);
      if (!wait.isZero()) {
        hold(out, cursor, wait);
        break;
      }
      if (cursor.takes(line.number())) {
        if (line.type().equals(END)) {
          text.append(tokens(cursor)); // The count of the whole is there before the last line.
        }
        cursor.moveTo(line.number());
        text.append(style.line(cursor, line, ids()));
      }
    }
    write(out, text.toString());
    return cursor.after() > before;
  }

  /** A run that is replayed at its own pace gets its next line later. */
  private void hold(BodyWriter out, RunCursor cursor, Duration wait) {
    cursor.waitForTime();
    out.after(
        wait,
        () -> {
          cursor.timeHasCome();
          send(out);
        });
  }

  /** The run was dropped while it was followed, so the rest is nowhere any more. */
  private boolean giveUp(BodyWriter out, RunCursor cursor) {
    long last = cursor.run().log().lines();
    if (cursor.after() < last) {
      sayLost(out, cursor, last);
    }
    cursor.end();
    return true;
  }

  /** The client has seen lines that were not on the disk when the process was killed. */
  private boolean sayUnkept(BodyWriter out, RunCursor cursor) {
    long last = cursor.after();
    cursor.goBack();
    sayLost(out, cursor, last);
    cursor.goBack();
    return true;
  }

  private void sayLost(BodyWriter out, RunCursor cursor, long to) {
    long from = cursor.after();
    cursor.moveTo(to);
    String ids = ids();
    cursor.moveTo(from);
    Optional<String> said = style.lost(cursor, to, ids);
    cursor.moveTo(to);
    said.ifPresentOrElse(text -> write(out, text), out::cut);
  }

  private String ids() {
    return cursors.stream()
        .map(cursor -> String.valueOf(cursor.after()))
        .collect(Collectors.joining("."));
  }

  private void write(BodyWriter out, String text) {
    if (!text.isEmpty()) {
      silence.broken();
      out.write(text.getBytes(UTF_8));
    }
  }

  private void leave() {
    over = true;
    watches.forEach(LogWatch::close);
    cursors.forEach(cursor -> cursor.run().leave());
  }
}
