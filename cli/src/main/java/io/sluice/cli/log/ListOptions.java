package io.sluice.cli.log;

import io.sluice.cli.archive.ShortIds;
import io.sluice.cli.archive.UserArchive;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.StandardOutput;
import io.sluice.settings.SettingValue;
import io.sluice.sinks.sqlite.Archive;
import io.sluice.sinks.sqlite.ArchivedRun;
import io.sluice.sinks.sqlite.RunQuery;
import io.sluice.stream.Status;
import io.sluice.text.NearestName;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgGroupSpec;

/**
 * The options of {@code sluice log list} and {@code search}. Which runs are wanted only the command
 * line says: {@code SLUICE_MODEL} names the model to ask, not the one to look for.
 *
 * @param query finds one run more than is to be shown, to know whether there is one
 * @param limit how many runs are shown at most
 * @param json whether a run is printed as a JSON object
 * @param pager shows the list to a person
 */
record ListOptions(RunQuery query, int limit, boolean json, Pager pager) {
  /** The flags that mean something to the two. */
  static final Set<FlagKey> FLAGS =
      Set.of(
          FlagKey.MODEL, FlagKey.STATUS, FlagKey.SINCE, FlagKey.UNTIL, FlagKey.LIMIT, FlagKey.JSON);

  /** The flags that mean something to a list of conversations. */
  static final Set<FlagKey> OF_CONVERSATIONS = Set.of(FlagKey.LIMIT, FlagKey.JSON);

  private static final int SHOWN = 20;

  static ArgGroupSpec group() {
    return Flag.group(
        "Which answers are listed or searched",
        Flag.value(FlagKey.MODEL, "NAME", "of models whose name begins so"),
        Flag.value(FlagKey.STATUS, "WORD", "that ended so: " + String.join(", ", statuses())),
        Flag.value(FlagKey.SINCE, "TIME", "that began then or later"),
        Flag.value(FlagKey.UNTIL, "TIME", "that began before then, or on that day"),
        Flag.value(FlagKey.LIMIT, "N", "at most N; 20, and with 0 all"));
  }

  static ListOptions of(Arguments arguments, Call call) {
    int limit = limit(arguments);
    RunQuery query = query(arguments, RunQuery.all().limit(limit + 1));
    return new ListOptions(query, limit, arguments.on(FlagKey.JSON), Pager.of(arguments, call));
  }

  /**
   * Prints to the pager what {@code listing} finds in the archive; nothing if there is no archive.
   *
   * @throws IOException if the archive cannot be read, or stdout takes nothing more
   */
  void print(Listing listing, Call call) throws IOException {
    pager.show(
        out ->
            UserArchive.of(call)
                .read(
                    archive -> {
                      listing.print(archive, ShortIds.of(archive), out);
                      return archive;
                    }));
  }

  /** Says that nothing was found, in these words, or that there is more. */
  void tell(int found, String nothing, Call call) {
    if (found == 0) {
      call.notices().notice(nothing);
    } else if (found > limit) {
      String all = FlagKey.LIMIT.flag() + " 0";
      call.notices().notice("there are more than these " + limit + "; " + all + " shows all");
    }
  }

  private static RunQuery query(Arguments arguments, RunQuery all) {
    var moments = new TimeArgument(Clock.system(ZoneId.systemDefault()));
    RunQuery query = all;
    Optional<SettingValue> model = arguments.flaggedValue(FlagKey.MODEL);
    if (model.isPresent()) {
      query = query.model(model.get().text());
    }
    Optional<SettingValue> status = arguments.flaggedValue(FlagKey.STATUS);
    if (status.isPresent()) {
      query = query.status(checked(status.get().text()));
    }
    Optional<SettingValue> since = arguments.flaggedValue(FlagKey.SINCE);
    if (since.isPresent()) {
      query = query.since(moments.beginning(since.get()));
    }
    Optional<SettingValue> until = arguments.flaggedValue(FlagKey.UNTIL);
    return until.isPresent() ? query.until(moments.end(until.get())) : query;
  }

  private static int limit(Arguments arguments) {
    int limit = arguments.flaggedValue(FlagKey.LIMIT).map(SettingValue::count).orElse(SHOWN);
    if (limit < 0) {
      throw new UsageException(
          FlagKey.LIMIT.flag() + " is " + limit + "; use 1 or more, or 0 for all");
    }
    return limit == 0 ? Integer.MAX_VALUE - 1 : limit;
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

  /** Prints the lines of a list. */
  @FunctionalInterface
  interface Listing {
    void print(Archive archive, ShortIds ids, StandardOutput out) throws IOException;
  }
}
