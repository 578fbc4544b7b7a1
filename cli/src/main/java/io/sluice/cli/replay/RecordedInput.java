package io.sluice.cli.replay;

import io.sluice.cli.run.Sinks;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.InputFiles;
import io.sluice.cli.settings.UsageException;
import io.sluice.plugin.RunSourceSpec;
import io.sluice.replay.Replay;
import io.sluice.stream.Source;
import io.sluice.transport.netty.EventStreams;
import io.sluice.wire.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A record that is to be played: a file, or a run that a plugin finds. */
@FunctionalInterface
interface RecordedInput {

  /**
   * Opens the record.
   *
   * @throws IOException in one line, if it cannot be read
   */
  Source open() throws IOException;

  /**
   * The records of these words.
   *
   * @throws UsageException if there is none, or a file cannot be read
   */
  static List<RecordedInput> all(List<String> words, ReplayOptions options, Sinks sinks) {
    Optional<Dialect> dialect = options.dialect().map(sinks::known);
    List<RecordedInput> inputs = new ArrayList<>();
    List<String> files = new ArrayList<>();
    for (String word : words) {
      Optional<RunSourceSpec> run = RunArgument.parse(word);
      if (run.isPresent()) {
        inputs.add(run(run.get(), options, sinks));
      } else {
        files.add(word);
        inputs.add(file(InputFiles.path(word), dialect, options, sinks));
      }
    }
    if (inputs.isEmpty() || !files.isEmpty()) {
      InputFiles.all(files);
    }
    return inputs;
  }

  private static RecordedInput run(RunSourceSpec run, ReplayOptions options, Sinks sinks) {
    if (options.speed() != 0) {
      throw new UsageException(
          FlagKey.SPEED.flag() + " is for files; a run of " + run.name() + " is shown as it comes");
    }
    return () -> sinks.run(run);
  }

  private static RecordedInput file(
      Path file, Optional<Dialect> dialect, ReplayOptions options, Sinks sinks) {
    return () ->
        Replay.builder(file)
            .events(EventStreams::decoder)
            .speed(options.speed())
            .dialect(dialect.orElseGet(() -> RecordDialect.of(file, sinks)))
            .dialects(sinks::dialect)
            .build();
  }
}
