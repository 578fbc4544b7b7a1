package io.sluice.cli.command;

import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.terminal.StandardStreams;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What {@code --help} prints: of one command, or of all. */
public final class Help {
  /**
   * Wider than any line: lines are broken here, for picocli needs more room than a terminal has.
   */
  private static final int UNBROKEN = 2000;

  private static final int OPTIONS_WIDTH = 30;
  private static final int NAME_WIDTH = 10;
  private static final int CODE_WIDTH = 3;
  private static final String INDENT = "  ";

  private final int width;
  private final StandardStreams streams;

  private Help(int width, StandardStreams streams) {
    this.width = width;
    this.streams = streams;
  }

  /** Help on stdout, as wide as that is or as {@code COLUMNS} in the environment says. */
  public static Help on(StandardStreams streams, Map<String, String> environment) {
    return new Help(HelpWidth.of(environment, streams), streams);
  }

  /**
   * A command that so far knows {@code --help} and nothing else. What is said of it may be
   * replaced: a description is broken into lines where it is printed, but for lines that begin with
   * a blank.
   */
  public static CommandSpec of(Command command, String synopsis) {
    CommandSpec spec = CommandSpec.create().name(command.name());
    spec.usageMessage(
        new UsageMessageSpec()
            .customSynopsis("sluice " + synopsis)
            .description("", sentence(command.summary()), "")
            .footer(
                "",
                "A variable stands for each flag: "
                    + FlagKey.MODEL.variable()
                    + " for "
                    + FlagKey.MODEL.flag()
                    + ", "
                    + FlagKey.JSON.variable()
                    + "=true for "
                    + FlagKey.JSON.flag()
                    + "; in sluice.yaml the flag stands without its dashes.",
                "A flag wins over its variable, and that over the file.")
            .sortOptions(false)
            .longOptionsMaxWidth(OPTIONS_WIDTH)
            .width(UNBROKEN));
    return spec;
  }

  /** Adds the flag itself, as the last in the list. */
  public static CommandSpec completed(CommandSpec spec) {
    spec.addOption(Flag.on(FlagKey.HELP, "show this help"));
    return spec;
  }

  /** Explains a command. */
  public void print(Command command) throws IOException {
    CommandSpec spec = command.spec();
    UsageMessageSpec usage = spec.usageMessage();
    usage.customSynopsis(synopsis(usage.customSynopsis()[0], command.examples()));
    usage.description(paragraphs(usage.description()));
    usage.footer(paragraphs(usage.footer()));
    var text = new StringWriter();
    new CommandLine(spec).usage(new PrintWriter(text), Ansi.OFF);
    print(text + "\n'sluice help' lists the exit codes; 0 means that all went well.\n");
  }

  /** Lists the commands, a line each, and the exit codes; the first command needs no name. */
  public void printAll(List<Command> commands) throws IOException {
    var text = new StringBuilder();
    text.append("Usage: sluice [ask] PROMPT… [flags]\n");
    text.append("       sluice COMMAND [flags] [arguments]\n\n");
    for (Example example : commands.get(0).examples()) {
      text.append(INDENT).append(example.line()).append('\n');
    }
    text.append("\nStreams the answers of language models into sinks.\n\n");
    for (Command command : commands) {
      row(text, NAME_WIDTH, command.name(), command.summary());
    }
    text.append(
            "\n'sluice help COMMAND' explains a command and lists its flags, 'sluice help ask' ")
        .append("those of asking. At a terminal 'sluice' alone begins a chat.\n\nExit codes:\n");
    for (ExitCode code : ExitCode.values()) {
      row(text, CODE_WIDTH, Integer.toString(code.number()), code.meaning());
    }
    print(text.toString());
  }

  /** By hand, since a formatter loads how numbers are written before its first line. */
  private static void row(StringBuilder text, int width, String name, String says) {
    text.append(INDENT).append(name).append(" ".repeat(Math.max(0, width - name.length())));
    text.append(INDENT).append(says).append('\n');
  }

  private void print(String text) throws IOException {
    streams.out().print(new HangingLines(width).fit(text));
  }

  /** The synopsis and below it the examples: many readers need no more. */
  private String[] synopsis(String synopsis, List<Example> examples) {
    List<String> lines = new ArrayList<>(List.of(synopsis, ""));
    int widest = examples.stream().mapToInt(each -> each.line().length()).max().orElse(1);
    String form = INDENT + "%-" + widest + "s  # %s";
    List<String> beside =
        examples.stream().map(each -> String.format(form, each.line(), each.says())).toList();
    if (beside.stream().allMatch(line -> line.length() <= width)) {
      lines.addAll(beside);
    } else {
      for (Example example : examples) {
        lines.add(INDENT + "# " + example.says());
        lines.add(INDENT + example.line());
      }
    }
    return lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new);
  }

  /** Joins the lines of each paragraph; lines that begin with a blank are a table's, and stay. */
  private static String[] paragraphs(String[] lines) {
    List<String> joined = new ArrayList<>();
    for (String line : lines) {
      int last = joined.size() - 1;
      if (last >= 0 && isText(line) && isText(joined.get(last))) {
        joined.set(last, joined.get(last) + " " + line);
      } else {
        joined.add(line);
      }
    }
    return joined.toArray(String[]::new);
  }

  private static boolean isText(String line) {
    return !line.isEmpty() && !line.startsWith(" ");
  }

  private static String sentence(String summary) {
    return Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".";
  }
}
