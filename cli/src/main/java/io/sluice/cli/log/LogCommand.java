package io.sluice.cli.log;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.run.ExtractOption;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.text.NearestName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The archive of past runs: to look into, to give back, to empty, to switch off. */
public final class LogCommand implements Command {

  private static final List<LogAction> ACTIONS =
      List.of(
          new LogList(),
          new LogSearch(),
          new LogConversations(),
          new LogShow(),
          new LogExport(),
          new LogRemove(),
          LogToggle.off(),
          LogToggle.on());

  /** The flags that not every action has; only the command line counts, for they say which runs. */
  private static final List<FlagKey> CHOOSY =
      List.of(
          FlagKey.MODEL,
          FlagKey.STATUS,
          FlagKey.SINCE,
          FlagKey.UNTIL,
          FlagKey.LIMIT,
          FlagKey.JSON,
          FlagKey.EXTRACT,
          FlagKey.CONVERSATION,
          FlagKey.OUTPUT,
          FlagKey.ALL,
          FlagKey.BEFORE);

  @Override
  public String name() {
    return "log";
  }

  @Override
  public String summary() {
    return "shows, searches, exports and removes the answers that were kept";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice log", "the newest answers"),
        new Example("sluice log search haiku", "those with a word"),
        new Example("sluice log conversations", "those of several turns"),
        new Example("sluice log off", "keep none from now on"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "log [ACTION] [ID|NAME|WORD]… [flags]");
    spec.usageMessage().description(description());
    spec.addPositional(
        Flag.words(
            "ACTION",
            "see above; list, if there is none",
            ACTIONS.stream().map(LogAction::name).toList()));
    spec.addArgGroup(ListOptions.group());
    spec.addOption(Flag.on(FlagKey.JSON, "lists and show: print a JSON object for each"));
    spec.addOption(ExtractOption.flag("show: print one code block of the answer"));
    spec.addOption(
        Flag.value(FlagKey.CONVERSATION, "ID", "show: the whole conversation of that run"));
    spec.addOption(
        Flag.on(FlagKey.NO_PAGER, "do not show it by $PAGER, or less, though at a terminal"));
    spec.addOption(Flag.value(FlagKey.OUTPUT, "FILE", "export: write to this file, not to stdout"));
    spec.addOption(Flag.on(FlagKey.ALL, "rm: remove everything"));
    spec.addOption(Flag.value(FlagKey.BEFORE, "TIME", "rm: remove what began before then"));
    spec.addOption(OutputFlags.quiet());
    spec.addOption(OutputFlags.debug());
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    List<String> words = arguments.words();
    LogAction action = words.isEmpty() ? ACTIONS.get(0) : named(words.get(0));
    for (FlagKey flag : CHOOSY) {
      if (arguments.flagged(flag) && !action.flags().contains(flag)) {
        throw new UsageException(
            "log " + action.name() + " does not take " + flag.flag() + "; leave it out");
      }
    }
    return action.run(arguments, words.isEmpty() ? words : words.subList(1, words.size()), call);
  }

  private static LogAction named(String word) {
    Optional<LogAction> action =
        ACTIONS.stream().filter(known -> known.name().equals(word)).findFirst();
    return action.orElseThrow(
        () ->
            new UsageException(
                NearestName.unknown(
                    "action", word, ACTIONS.stream().map(LogAction::name).toList())));
  }

  private static String[] description() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("What a server answers a person at a terminal is kept, in full, on this machine, in");
    lines.add(
        "$XDG_DATA_HOME/sluice/archive.db; that is ~/.local/share/sluice unless it is moved.");
    lines.add("");
    for (LogAction action : ACTIONS) {
      String typed = (action.name() + " " + action.operands()).strip();
      lines.add(String.format("  %-15s %s", typed, action.summary()));
    }
    lines.add("");
    lines.add(
        "An ID may be cut short to its beginning or its end as long as no other has that; the");
    lines.add("newest is 'last', which show and export take without one. A NAME is that of a");
    lines.add(
        "conversation. A TIME is a day (2026-01-31), a moment (2026-01-31T09:30) or an age (7d).");
    lines.add("");
    return lines.toArray(String[]::new);
  }
}
