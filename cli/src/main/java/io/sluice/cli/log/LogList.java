package io.sluice.cli.log;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.settings.FlagKey;
import io.sluice.sinks.sqlite.Archive;
import java.io.IOException;
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
    return ListOptions.FLAGS;
  }

  @Override
  public ExitCode run(Arguments arguments, List<String> words, Call call) throws IOException {
    LogAction.refuse(words);
    ListOptions options = ListOptions.of(arguments, call);
    return new RunLines(options, RunLines.Excerpt.BEGINNING, call).print(Archive::list);
  }
}
