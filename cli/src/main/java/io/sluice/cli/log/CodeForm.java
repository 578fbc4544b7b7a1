package io.sluice.cli.log;

import io.sluice.cli.archive.RunChoice;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.StandardOutput;
import io.sluice.sinks.sqlite.Archive;
import io.sluice.sinks.sqlite.ArchivedRun;
import io.sluice.text.CodeSelection;
import io.sluice.text.Printable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Prints one code block of an answer; of a conversation, that of its last answer.
 *
 * @param block which block
 * @param terminal whether it is printed for a person, so that control characters are made harmless
 */
record CodeForm(CodeSelection block, boolean terminal) implements LogShow.Form {

  @Override
  public String print(RunChoice choice, String gap, Archive archive, StandardOutput out)
      throws IOException {
    List<String> ids = choice.ids();
    String id = ids.get(ids.size() - 1);
    Optional<ArchivedRun> run = archive.find(id);
    if (run.isPresent()) {
      String code = block.of(run.get().answer()).orElseThrow(() -> missing(id));
      out.print(terminal ? Printable.text(code) : code);
    }
    return gap;
  }

  private UsageException missing(String id) {
    return new UsageException(
        "the answer of run '"
            + id
            + "' has no "
            + block.description()
            + "; show all of it instead");
  }
}
