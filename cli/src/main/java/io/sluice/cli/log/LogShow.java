package io.sluice.cli.log;

import io.sluice.cli.archive.RunChoice;
import io.sluice.cli.archive.RunIds;
import io.sluice.cli.archive.UserArchive;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.run.ExtractOption;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.StandardOutput;
import io.sluice.settings.SettingValue;
import io.sluice.sinks.sqlite.Archive;
import io.sluice.sinks.sqlite.ArchivedRun;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows kept runs with all that is known of them, and whole conversations. */
final class LogShow implements LogAction {
  @Override
  public String name() {
    return "show";
  }

  @Override
  public String operands() {
    return "ID|NAME…";
  }

  @Override
  public String summary() {
    return "an answer with all that is known of it, or a whole conversation";
  }

  @Override
  public Set<FlagKey> flags() {
    return Set.of(FlagKey.JSON, FlagKey.CONVERSATION, FlagKey.EXTRACT);
  }

  @Override
  public ExitCode run(Arguments arguments, List<String> words, Call call) throws IOException {
    Form form = form(arguments, call);
    Pager pager = Pager.of(arguments, call);
    List<RunChoice> choices = choices(arguments, words, call);
    pager.show(
        out ->
            UserArchive.of(call)
                .read(
                    archive -> {
                      print(choices, form, archive, out);
                      return choices;
                    }));
    return ExitCode.COMPLETED;
  }

  private static Form form(Arguments arguments, Call call) {
    Optional<SettingValue> block = arguments.flaggedValue(FlagKey.EXTRACT);
    boolean json = arguments.on(FlagKey.JSON);
    if (block.isPresent() && json) {
      throw new UsageException(
          FlagKey.JSON.flag() + " and " + block.get().by() + " exclude each other");
    }
    if (block.isPresent()) {
      return new CodeForm(ExtractOption.selection(block.get()), call.streams().terminals().out());
    }
    return json ? LogShow::json : LogShow::page;
  }

  private static List<RunChoice> choices(Arguments arguments, List<String> words, Call call)
      throws IOException {
    Optional<SettingValue> conversation = arguments.flaggedValue(FlagKey.CONVERSATION);
    if (conversation.isEmpty()) {
      return RunIds.all(call, words);
    }
    if (!words.isEmpty()) {
      throw new UsageException(
          "'" + words.get(0) + "' and " + FlagKey.CONVERSATION.flag() + " exclude each other");
    }
    return List.of(RunIds.conversation(call, conversation.get().text()));
  }

  private static void print(List<RunChoice> choices, Form form, Archive archive, StandardOutput out)
      throws IOException {
    String gap = "";
    for (RunChoice choice : choices) {
      gap = form.print(choice, gap, archive, out);
    }
  }

  private static String json(RunChoice choice, String gap, Archive archive, StandardOutput out)
      throws IOException {
    for (String id : choice.ids()) {
      Optional<ArchivedRun> run = archive.find(id);
      if (run.isPresent()) {
        out.print(RunJson.of(run.get(), run.get().asked()) + "\n");
      }
    }
    return gap;
  }

  private static String page(RunChoice choice, String gap, Archive archive, StandardOutput out)
      throws IOException {
    out.print(gap);
    var whole = new ConversationPage();
    for (String id : choice.ids()) {
      Optional<ArchivedRun> run = archive.find(id);
      if (run.isPresent() && choice.conversation().isPresent()) {
        out.print(whole.next(run.get()));
      } else if (run.isPresent()) {
        out.print(new RunPage(run.get()).text());
      }
    }
    return "\n";
  }

  /** Prints what a word means. */
  @FunctionalInterface
  interface Form {
    /**
     * Prints it.
     *
     * @param gap what stands before it
     * @return what stands before the next
     */
    String print(RunChoice choice, String gap, Archive archive, StandardOutput out)
        throws IOException;
  }
}
