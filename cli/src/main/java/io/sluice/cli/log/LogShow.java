package io.sluice.cli.log;

import io.sluice.cli.archive.RunIds;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.settings.FlagKey;
import io.sluice.sinks.sqlite.ArchivedRun;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Shows kept runs with all that is known of them. */
final class LogShow implements LogAction {
  @Override
  public String name() {
    return "show";
  }

  @Override
  public String operands() {
    return "ID…";
  }

  @Override
  public String summary() {
    return "a question, its answer and what is known of it; the last one without an ID";
  }

  @Override
  public Set<FlagKey> flags() {
    return Set.of(FlagKey.JSON);
  }

  @Override
  public ExitCode run(Arguments arguments, List<String> words, Call call) throws IOException {
    boolean json = arguments.on(FlagKey.JSON);
    List<ArchivedRun> runs = RunIds.all(call, words);
    String gap = "";
    for (ArchivedRun run : runs) {
      String text = json ? RunJson.of(run, run.asked()) + "\n" : gap + new RunPage(run).text();
      call.streams().out().print(text);
      gap = "\n";
    }
    return ExitCode.COMPLETED;
  }
}
