package io.sluice.cli.log;

import io.sluice.cli.archive.RunIds;
import io.sluice.cli.archive.UserArchive;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.sinks.sqlite.Removal;
import io.sluice.sinks.sqlite.RunQuery;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Removes kept runs for good. */
final class LogRemove implements LogAction {
  private static final String ALTERNATIVES =
      FlagKey.ALL.flag() + ", or " + FlagKey.BEFORE.flag() + " TIME";

  private static final Removal NONE = new Removal(0, List.of(), true);

  @Override
  public String name() {
    return "rm";
  }

  @Override
  public String operands() {
    return "ID|NAME…";
  }

  @Override
  public String summary() {
    return "removes them for good; also with " + ALTERNATIVES;
  }

  @Override
  public Set<FlagKey> flags() {
    return Set.of(FlagKey.ALL, FlagKey.BEFORE);
  }

  @Override
  public ExitCode run(Arguments arguments, List<String> words, Call call) throws IOException {
    boolean all = arguments.flagged(FlagKey.ALL);
    Optional<Instant> before =
        arguments
            .flaggedValue(FlagKey.BEFORE)
            .map(new TimeArgument(Clock.system(ZoneId.systemDefault()))::beginning);
    int ways = (all ? 1 : 0) + (before.isPresent() ? 1 : 0) + (words.isEmpty() ? 0 : 1);
    if (ways != 1) {
      throw new UsageException("say what to remove: one or more IDs, or " + ALTERNATIVES);
    }
    if (!words.isEmpty()) {
      List<String> ids =
          RunIds.all(call, words).stream().flatMap(choice -> choice.ids().stream()).toList();
      return removed(call, archive -> archive.remove(ids));
    }
    RunQuery query = before.map(RunQuery.all()::until).orElse(RunQuery.all());
    return removed(call, archive -> archive.remove(query));
  }

  private static ExitCode removed(Call call, UserArchive.Use<Removal> use) throws IOException {
    Removal removal = UserArchive.of(call).read(use).orElse(NONE);
    int removed = removal.removed();
    call.streams().out().print(removed + (removed == 1 ? " run" : " runs") + " removed\n");
    if (!removal.repeating().isEmpty()) {
      call.notices()
          .notice(
              "what was said there stands in the requests of later runs too; to remove them:"
                  + " sluice log rm "
                  + String.join(" ", removal.repeating()));
    }
    if (!removal.overwritten()) {
      call.notices()
          .error("another process reads the archive, so that its files still hold it; try again");
      return ExitCode.FAILED;
    }
    return ExitCode.COMPLETED;
  }
}
