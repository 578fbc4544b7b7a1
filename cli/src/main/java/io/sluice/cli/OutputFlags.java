package io.sluice.cli;

import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What becomes of the answer. */
final class OutputFlags {
  private OutputFlags() {}

  static ArgGroupSpec group() {
    return Flag.group(
        "What becomes of the answer",
        sink(),
        PluginJars.jar(),
        PluginJars.none(),
        Flag.on("print one JSON object at the end instead of the text", "--json"),
        Flag.on("print a transcript, a line an event, instead of the text", "--events"),
        usage(),
        quiet(),
        Flag.on(
            "print to a terminal as to a pipe: no styles, control characters as they are", "--raw"),
        Watching.reasoning(),
        Colors.none(),
        strict(),
        debug());
  }

  /** For a command that writes to stdout in a way of its own. */
  static ArgGroupSpec groupBesides() {
    return Flag.group(
        "What becomes of the answer",
        sink(),
        PluginJars.jar(),
        PluginJars.none(),
        usage(),
        quiet(),
        Colors.none(),
        strict(),
        debug());
  }

  /** For a command that prints several answers at once. */
  static ArgGroupSpec groupOfSeveral() {
    return Flag.group(
        "What becomes of the answers",
        Flag.value(
            "NAME[:K=V,…]", "a further sink of each answer; 'sluice sinks' lists them", "--sink"),
        PluginJars.jar(),
        PluginJars.none(),
        Flag.on("print one JSON object at the end instead of text and table", "--json"),
        quiet(),
        Colors.none(),
        strict(),
        debug());
  }

  static OptionSpec debug() {
    return Flag.on("show the trace of an error", "--debug");
  }

  static OptionSpec quiet() {
    return Flag.on("no notices on stderr, errors alone", "-q", "--quiet");
  }

  private static OptionSpec sink() {
    return Flag.value(
        "NAME[:K=V,…]", "a further sink; repeatable; 'sluice sinks' lists them", "--sink");
  }

  private static OptionSpec usage() {
    return Flag.on("say on stderr how many tokens it took", "-u", "--usage");
  }

  private static OptionSpec strict() {
    return Flag.on("exit with 8 if a limit or a filter cut the answer", "--strict");
  }
}
