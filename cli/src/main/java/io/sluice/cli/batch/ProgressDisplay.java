package io.sluice.cli.batch;

import io.sluice.batch.BatchProgress;
import io.sluice.cli.command.Call;
import io.sluice.cli.screen.Screen;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Shows how far a batch is, as often as its form wants. */
final class ProgressDisplay implements AutoCloseable {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Consumer<BatchProgress> showing;
  private final Duration interval;
  private final Runnable closing;
  private Optional<Duration> shown = Optional.empty();

  private ProgressDisplay(Consumer<BatchProgress> showing, Duration interval, Runnable closing) {
    this.showing = showing;
    this.interval = interval;
    this.closing = closing;
  }

  /**
   * The display of that form.
   *
   * @throws UsageException in one line, if the file descriptor is not open
   */
  static ProgressDisplay of(ProgressForm form, Call call) {
    return switch (form.kind()) {
      case NONE -> new ProgressDisplay(now -> {}, Duration.ZERO, () -> {});
      case LINES -> lines(call.liveScreen());
      case JSON -> objects(form, call);
    };
  }

  /** Shows this, unless something was shown a moment ago. */
  void show(BatchProgress now) {
    if (shown.isEmpty() || now.elapsed().minus(shown.get()).compareTo(interval) >= 0) {
      shown = Optional.of(now.elapsed());
      showing.accept(now);
    }
  }

  @Override
  public void close() {
    closing.run();
  }

  private static ProgressDisplay lines(Optional<Screen> screen) {
    return new ProgressDisplay(
        now -> screen.ifPresent(on -> on.line(ProgressLines.of(now))),
        Duration.ZERO,
        () -> screen.ifPresent(on -> on.line("")));
  }

  private static ProgressDisplay objects(ProgressForm form, Call call) {
    PrintStream out = form.descriptor().map(ProgressDisplay::open).orElse(call.streams().err());
    return new ProgressDisplay(
        now -> out.print(ProgressJson.of(now) + "\n"),
        SECOND,
        form.descriptor().isPresent() ? out::close : out::flush);
  }

  private static PrintStream open(int descriptor) {
    try {
      return new PrintStream(
          new FileOutputStream("/dev/fd/" + descriptor), true, StandardCharsets.UTF_8);
    } catch (IOException closed) {
      throw new UsageException(
          FlagKey.PROGRESS_FD.flag() + " is " + descriptor + ", which is not open for writing",
          closed);
    }
  }
}
