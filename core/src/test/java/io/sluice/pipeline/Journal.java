package io.sluice.pipeline;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where several sinks write down their calls, in one order. */
final class Journal {

  private final List<String> lines = new CopyOnWriteArrayList<>();

  List<String> lines() {
    return lines;
  }

  Sink sink(String name) {
    return sink(name, call -> {});
  }

  /** A sink that writes each call down and then does {@code deed}. */
  Sink sink(String name, Deed deed) {
    return new Entry(name, deed, Optional.empty());
  }

  /** A sink that asks to be told of silence, and writes that down, too. */
  Sink patient(String name, Duration interval, Deed deed) {
    return new Entry(name, deed, Optional.of(interval));
  }

  /** A sink that throws in the call of that name. */
  Sink failing(String name, String in, Throwable cause) {
    return sink(
        name,
        call -> {
          if (call.equals(in)) {
            Journal.<RuntimeException>sneak(cause);
          }
        });
  }

  /** What a sink does in a call: open, retry, chunk, idle, end or close. */
  @FunctionalInterface
  interface Deed {
    void in(String call) throws IOException;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable cause) throws T {
    throw (T) cause;
  }

  private final class Entry implements Sink {
    private final String name;
    private final Deed deed;
    private final Optional<Duration> interval;

    private Entry(String name, Deed deed, Optional<Duration> interval) {
      this.name = name;
      this.deed = deed;
      this.interval = interval;
    }

    @Override
    public void onOpen(StreamContext context) throws IOException {
      note("open", "");
    }

    @Override
    public void onRetry(Retry retry) throws IOException {
      note("retry", " " + retry.attempt());
    }

    @Override
    public void onChunk(Chunk chunk) throws IOException {
      note("chunk", " " + chunk.text());
    }

    @Override
    public Optional<Duration> idleInterval() {
      return interval;
    }

    @Override
    public void onIdle(Duration silence) throws IOException {
      note("idle", " " + silence.toMillis());
    }

    @Override
    public void onEnd(Outcome outcome) throws IOException {
      note("end", " " + outcome.status().word() + " " + outcome.completion().text());
    }

    @Override
    public void close() throws IOException {
      note("close", "");
    }

    private void note(String call, String detail) throws IOException {
      lines.add((name + "." + call + detail).strip());
      deed.in(call);
    }
  }
}
