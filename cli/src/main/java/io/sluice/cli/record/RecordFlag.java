package io.sluice.cli.record;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** Where the bytes of the answer are kept, if they are. */
public final class RecordFlag {
  private static final String STDOUT = "-";

  private RecordFlag() {}

  public static OptionSpec option() {
    return Flag.value(
        FlagKey.RECORD,
        "FILE",
        "keep what comes over the wire, byte for byte, for 'replay'; - for stdout");
  }

  /** Whether stdout gets the bytes, so that nothing else may be written to it. */
  public static boolean ownsStdout(Arguments arguments) {
    return arguments.value(FlagKey.RECORD).filter(given -> given.text().equals(STDOUT)).isPresent();
  }

  /**
   * What keeps them.
   *
   * @throws UsageException if there is a file already
   */
  public static Optional<WireRecord> of(Call call) {
    return call.arguments()
        .value(FlagKey.RECORD)
        .map(
            given ->
                ownsStdout(call.arguments())
                    ? new RecordStdout(call.streams().out())
                    : new RecordFile(free(given.path())))
        .map(WireRecord::new);
  }

  private static Path free(Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageException(file + " exists; name another file to record to");
    }
    return file;
  }
}
