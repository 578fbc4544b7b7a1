package io.sluice.cli.command;

import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.terminal.StandardOutput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What {@code --help} prints: of one command, or of all. */
public final class Help {
  private static final int WIDTH = 96;
  private static final int OPTIONS_WIDTH = 30;

  private Help() {}

  /** A command that so far knows {@code --help} and nothing else. */
  public static CommandSpec of(Command command, String synopsis) {
    CommandSpec spec = CommandSpec.create().name(command.name());
    spec.usageMessage(
        new UsageMessageSpec()
            .customSynopsis(synopsis(synopsis, command.examples()))
            .description("", sentence(command.summary()), "")
            .footer(
                "",
                "A variable stands for each flag: "
                    + FlagKey.MODEL.variable()
                    + " for "
                    + FlagKey.MODEL.flag()
                    + ", "
                    + FlagKey.JSON.variable()
                    + "=true",
                "for "
                    + FlagKey.JSON.flag()
                    + "; in sluice.yaml the flag stands without its dashes. A flag wins over",
                "its variable, and that over the file.")
            .sortOptions(false)
            .longOptionsMaxWidth(OPTIONS_WIDTH)
            .width(WIDTH));
    return spec;
  }

  /** The synopsis and below it the examples: many readers need no more. */
  private static String[] synopsis(String synopsis, List<Example> examples) {
    int widest = examples.stream().mapToInt(each -> each.line().length()).max().orElse(1);
    List<String> lines = new ArrayList<>(List.of("sluice " + synopsis, ""));
    for (Example example : examples) {
      String line = String.format("  %-" + widest + "s  # %s", example.line(), example.says());
      lines.add(line.replace("%", "%%"));
    }
    return lines.toArray(String[]::new);
  }

  /** Adds the flag itself, as the last in the list. */
  public static CommandSpec completed(CommandSpec spec) {
    spec.addOption(Flag.on(FlagKey.HELP, "show this help"));
    return spec;
  }

  public static void print(CommandSpec spec, StandardOutput out) throws IOException {
    var text = new StringWriter();
    new CommandLine(spec).usage(new PrintWriter(text), Ansi.OFF);
    out.print(text.toString());
  }

  private static String sentence(String summary) {
    return Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".";
  }

  /** The commands, a line each; the first is the one that needs no name. */
  public static void printAll(List<Command> commands, StandardOutput out) throws IOException {
    var text = new StringBuilder();
    text.append("Usage: sluice [ask] PROMPT… [flags]\n");
    text.append("       sluice COMMAND [flags] [arguments]\n\n");
    for (Example example : commands.get(0).examples()) {
      text.append("  ").append(example.line()).append('\n');
    }
    text.append("\nStreams the answers of language models into sinks.\n\n");
    for (Command command : commands) {
      text.append(String.format("  %-10s %s%n", command.name(), command.summary()));
    }
    String help = FlagKey.HELP.flag();
    text.append("\n'sluice COMMAND ")
        .append(help)
        .append("' lists the flags of a command, 'sluice ask ")
        .append(help)
        .append("' those\nof asking. 'sluice ")
        .append(FlagKey.VERSION.flag())
        .append("' names this version.\n");
    out.print(text.toString());
  }
}
