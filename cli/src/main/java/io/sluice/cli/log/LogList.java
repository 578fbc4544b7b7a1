package io.sluice.cli.log;

import io.sluice.cli.archive.UserArchive;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.settings.FlagKey;
import io.sluice.sinks.sqlite.RunQuery;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lists the kept runs. */
final class LogList implements LogAction {
  @Override
  public String name() {
    return "list";
  }

  @Override
  public String operands() {
    return "";
  }

  @Override
  public String summary() {
    return "the answers that were kept, the newest first";
  }

  @Override
  public Set<FlagKey> flags() {
    return filtersAndJson();
  }

  @Override
  public ExitCode run(Call call, List<String> words) throws IOException {
    LogAction.refuse(words);
    RunQuery query = LogFilters.query(call.arguments());
    var lines = new RunLines(call);
    UserArchive.of(call)
        .read(
            archive -> {
              archive.list(query, lines::print);
              return lines;
            });
    lines.end();
    return ExitCode.COMPLETED;
  }

  static Set<FlagKey> filtersAndJson() {
    Set<FlagKey> flags = new HashSet<>(LogFilters.ALL);
    flags.add(FlagKey.JSON);
    return flags;
  }
}
