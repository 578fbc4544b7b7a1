package io.sluice.cli.log;

import io.sluice.cli.archive.RunIds;
import io.sluice.cli.archive.UserArchive;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.NewFile;
import io.sluice.cli.settings.FlagKey;
import io.sluice.settings.SettingValue;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives transcripts of kept runs back, one after the other. */
final class LogExport implements LogAction {
  private static final int BLOCK = 64 * 1024;

  @Override
  public String name() {
    return "export";
  }

  @Override
  public String operands() {
    return "ID|NAME…";
  }

  @Override
  public String summary() {
    return "the transcript, which 'sluice replay' plays";
  }

  @Override
  public Set<FlagKey> flags() {
    return Set.of(FlagKey.OUTPUT);
  }

  @Override
  public ExitCode run(Arguments arguments, List<String> words, Call call) throws IOException {
    Optional<Path> file = arguments.flaggedValue(FlagKey.OUTPUT).map(SettingValue::path);
    List<String> runs =
        RunIds.all(call, words).stream().flatMap(choice -> choice.ids().stream()).toList();
    if (file.isPresent()) {
      try (OutputStream out = created(file.get())) {
        export(call, runs, out);
      }
    } else {
      OutputStream out = new BufferedOutputStream(call.streams().out(), BLOCK);
      export(call, runs, out);
      out.flush();
    }
    return ExitCode.COMPLETED;
  }

  private static void export(Call call, List<String> runs, OutputStream out) throws IOException {
    UserArchive.of(call)
        .read(
            archive -> {
              for (String run : runs) {
                archive.export(run, out);
              }
              return out;
            });
  }

  private static OutputStream created(Path file) throws IOException {
    NewFile.create(file);
    return new BufferedOutputStream(Files.newOutputStream(file), BLOCK);
  }
}
