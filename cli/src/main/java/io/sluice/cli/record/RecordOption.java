package io.sluice.cli.record;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.StandardOutput;
import io.sluice.settings.SettingValue;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where the bytes of an answer are kept.
 *
 * @param file the file, {@code -} for stdout; empty if the bytes are not kept
 */
public record RecordOption(Optional<SettingValue> file) {
  private static final String STDOUT = "-";

  /** The flag that keeps the bytes of an answer. */
  public static OptionSpec flag() {
    return Flag.value(
        FlagKey.RECORD,
        "FILE",
        "keep what comes over the wire, byte for byte, for 'replay'; - for stdout");
  }

  /** Reads the option; does not look whether there is a file already. */
  public static RecordOption of(Arguments arguments) {
    return new RecordOption(arguments.value(FlagKey.RECORD));
  }

  /** Whether stdout gets the bytes, so that nothing else may be written to it. */
  public boolean ownsStdout() {
    return file.filter(given -> given.text().equals(STDOUT)).isPresent();
  }

  /**
   * What keeps the bytes of an answer, if they are kept.
   *
   * @throws UsageException if there is a file already
   */
  public Optional<WireRecord> record(StandardOutput stdout) {
    return file.map(
            given -> ownsStdout() ? new RecordStdout(stdout) : new RecordFile(free(given.path())))
        .map(WireRecord::new);
  }

  private static Path free(Path file) {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new UsageException(file + " exists; name another file to record to");
    }
    return file;
  }
}
