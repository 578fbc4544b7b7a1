package io.sluice.cli.run;

import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The flags that say where the answer goes. */
public final class OutputFlags {
  private OutputFlags() {}

  /** The flags of a command whose output is an answer. */
  public static ArgGroupSpec group() {
    return Flag.group(
        "The output",
        sink(),
        through(),
        PluginOptions.jarFlag(),
        PluginOptions.noneFlag(),
        ExtractOption.flag(),
        Flag.on(FlagKey.JSON, "print one JSON object at the end instead of the text"),
        Flag.on(FlagKey.EVENTS, "print a transcript, a line an event, instead of the text"),
        usage(),
        quiet(),
        Flag.on(
            FlagKey.RAW,
            "print to a terminal as to a pipe: no styles, control characters as they are"),
        noWrap(),
        Flag.on(FlagKey.NO_REASONING, "do not show on stderr what the model thinks"),
        noColor(),
        strict(),
        debug());
  }

  /** For a command that writes to stdout in a way of its own. */
  public static ArgGroupSpec groupBesides() {
    return Flag.group(
        "The output",
        sink(),
        through(),
        PluginOptions.jarFlag(),
        PluginOptions.noneFlag(),
        usage(),
        quiet(),
        noColor(),
        strict(),
        debug());
  }

  /** The output of a command that prints a report and nothing else. */
  public static ArgGroupSpec groupOfBench() {
    return Flag.group(
        "The output", PluginOptions.jarFlag(), PluginOptions.noneFlag(), quiet(), debug());
  }

  /** For a command that prints a list, in one form or in JSON. */
  public static ArgGroupSpec groupOfList(OptionSpec json) {
    return Flag.group(
        "The output",
        json,
        PluginOptions.jarFlag(),
        PluginOptions.noneFlag(),
        quiet(),
        noColor(),
        debug());
  }

  /** For a command that prints several answers at once. */
  public static ArgGroupSpec groupOfSeveral() {
    return Flag.group(
        "The output",
        Flag.value(
            FlagKey.SINK,
            "NAME[:K=V,…]",
            "a further sink of each answer; 'sluice sinks' lists them"),
        through(),
        PluginOptions.jarFlag(),
        PluginOptions.noneFlag(),
        Flag.on(FlagKey.JSON, "print one JSON object at the end instead of text and table"),
        quiet(),
        noWrap(),
        noColor(),
        strict(),
        debug());
  }

  /** For a command that serves answers to others. */
  public static ArgGroupSpec groupOfServer(OptionSpec... first) {
    List<OptionSpec> flags = new ArrayList<>(List.of(first));
    flags.addAll(
        List.of(
            Flag.value(
                FlagKey.SINK,
                "NAME[:K=V,…]",
                "a sink of each run; repeatable; 'sluice sinks' lists them"),
            through(),
            PluginOptions.jarFlag(),
            PluginOptions.noneFlag(),
            quiet(),
            debug()));
    return Flag.group("The output", flags.toArray(OptionSpec[]::new));
  }

  /** For a command that keeps many answers in a file. */
  public static ArgGroupSpec groupOfRows(OptionSpec... first) {
    List<OptionSpec> flags = new ArrayList<>(List.of(first));
    flags.addAll(
        List.of(
            Flag.value(
                FlagKey.SINK,
                "NAME[:K=V,…]",
                "a sink of each row; repeatable; 'sluice sinks' lists them"),
            through(),
            PluginOptions.jarFlag(),
            PluginOptions.noneFlag(),
            quiet(),
            noColor(),
            strict(),
            debug()));
    return Flag.group("The output", flags.toArray(OptionSpec[]::new));
  }

  /** The flag that adds the trace to an error. */
  public static OptionSpec debug() {
    return Flag.on(FlagKey.DEBUG, "show the trace of an error");
  }

  /** The flag that silences notices. */
  public static OptionSpec quiet() {
    return Flag.on(FlagKey.QUIET, "no notices on stderr, errors alone");
  }

  private static OptionSpec noWrap() {
    return Flag.on(FlagKey.NO_WRAP, "do not break lines at words on a terminal");
  }

  private static OptionSpec noColor() {
    return Flag.on(FlagKey.NO_COLOR, "no colours; the variable NO_COLOR says the same");
  }

  private static OptionSpec sink() {
    return Flag.value(
        FlagKey.SINK, "NAME[:K=V,…]", "a further sink; repeatable; 'sluice sinks' lists them");
  }

  private static OptionSpec through() {
    return Flag.value(
        FlagKey.THROUGH,
        "STAGE[:K=V,…]",
        "a stage before all sinks; repeatable; 'sluice stages' lists them");
  }

  private static OptionSpec usage() {
    return Flag.on(FlagKey.USAGE, "say on stderr how many tokens it took");
  }

  private static OptionSpec strict() {
    return Flag.on(
        FlagKey.STRICT, "exit with 8 if the answer was cut, or lacks what was asked of it");
  }
}
