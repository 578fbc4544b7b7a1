package io.sluice.cli.log;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.SettingValue;
import io.sluice.sinks.sqlite.ArchivedRun;
import io.sluice.sinks.sqlite.RunQuery;
import io.sluice.stream.Status;
import io.sluice.text.NearestName;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgGroupSpec;

/**
 * Which of the kept runs are wanted. Only what stands in the command line counts: {@code
 * SLUICE_MODEL} names the model to ask, not the one to look for.
 */
final class LogFilters {
  static final Set<FlagKey> ALL =
      Set.of(FlagKey.MODEL, FlagKey.STATUS, FlagKey.SINCE, FlagKey.UNTIL, FlagKey.LIMIT);

  private static final int SHOWN = 20;

  private LogFilters() {}

  static ArgGroupSpec group() {
    return Flag.group(
        "Which answers are listed or searched",
        Flag.value(FlagKey.MODEL, "NAME", "of models whose name begins so"),
        Flag.value(FlagKey.STATUS, "WORD", "that ended so: " + String.join(", ", statuses())),
        Flag.value(FlagKey.SINCE, "TIME", "that began then or later"),
        Flag.value(FlagKey.UNTIL, "TIME", "that began before then, or on that day"),
        Flag.value(FlagKey.LIMIT, "N", "at most N; 20, and with 0 all"));
  }

  /** The query, which also finds one run more than is to be shown, to know whether there is one. */
  static RunQuery query(Arguments arguments) {
    var moments = new TimeArgument(Clock.system(ZoneId.systemDefault()));
    RunQuery query = RunQuery.all().limit(limit(arguments) + 1);
    Optional<SettingValue> model = given(arguments, FlagKey.MODEL);
    if (model.isPresent()) {
      query = query.model(model.get().text());
    }
    Optional<SettingValue> status = given(arguments, FlagKey.STATUS);
    if (status.isPresent()) {
      query = query.status(checked(status.get().text()));
    }
    Optional<SettingValue> since = given(arguments, FlagKey.SINCE);
    if (since.isPresent()) {
      query = query.since(moments.beginning(since.get()));
    }
    Optional<SettingValue> until = given(arguments, FlagKey.UNTIL);
    return until.isPresent() ? query.until(moments.end(until.get())) : query;
  }

  /** How many runs are shown at most. */
  static int limit(Arguments arguments) {
    int limit = given(arguments, FlagKey.LIMIT).map(SettingValue::count).orElse(SHOWN);
    if (limit < 0) {
      throw new UsageException("--limit is " + limit + "; use 1 or more, or 0 for all");
    }
    return limit == 0 ? Integer.MAX_VALUE - 1 : limit;
  }

  /** The value of a flag that stands in the command line. */
  static Optional<SettingValue> given(Arguments arguments, FlagKey flag) {
    return arguments.flagged(flag) ? arguments.value(flag) : Optional.empty();
  }

  private static String checked(String status) {
    if (!statuses().contains(status)) {
      throw new UsageException(NearestName.unknown("status", status, statuses()));
    }
    return status;
  }

  private static Set<String> statuses() {
    Set<String> words =
        Arrays.stream(Status.values())
            .map(Status::word)
            .collect(Collectors.toCollection(TreeSet::new));
    words.add(ArchivedRun.UNFINISHED);
    return words;
  }
}
