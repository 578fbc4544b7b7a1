package io.sluice.cli.log;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Finds kept runs by the words in them. */
final class LogSearch implements LogAction {
  @Override
  public String name() {
    return "search";
  }

  @Override
  public String operands() {
    return "WORD…";
  }

  @Override
  public String summary() {
    return "those in which all these words stand (a part: 'tok*'), the best first";
  }

  @Override
  public Set<FlagKey> flags() {
    return ListOptions.FLAGS;
  }

  @Override
  public ExitCode run(Arguments arguments, List<String> words, Call call) throws IOException {
    if (words.stream().allMatch(String::isBlank)) {
      throw new UsageException(
          "there is nothing to search for; write it after the action, as in: sluice log search word");
    }
    ListOptions options = ListOptions.of(arguments, call);
    return new RunLines(options, RunLines.Excerpt.PASSAGE, call)
        .print((archive, query, visitor) -> archive.search(words, query, visitor));
  }
}
