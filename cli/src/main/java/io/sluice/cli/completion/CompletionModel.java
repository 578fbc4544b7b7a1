package io.sluice.cli.completion;

import io.sluice.cli.command.Command;
import io.sluice.cli.command.Flag;
import io.sluice.cli.run.PluginJars;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.terminal.Notices;
import io.sluice.plugin.PluginKind;
import io.sluice.plugin.Plugins;
import io.sluice.simulator.fault.Fault;
import io.sluice.tokens.TokenEncoding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What can be typed behind {@code sluice}: the model of which the help is made, too.
 *
 * @param commands in the order of the help; where none is named, the first is meant
 */
record CompletionModel(List<Verb> commands) {
  /** What no shell expands or splits. */
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._/@+-]+");

  /**
   * Returns the model of the commands there are, with the sinks, dialects and endpoints that there
   * are.
   */
  static CompletionModel of(List<Command> commands, CompletionOptions options, Notices notices) {
    Map<String, List<String>> values = values(options, notices);
    List<Verb> verbs = new ArrayList<>();
    for (Command command : commands) {
      CommandSpec spec = command.spec();
      List<Word> flags = new ArrayList<>();
      for (OptionSpec flag : spec.options()) {
        if (!flag.hidden()) {
          flags.add(new Word(List.of(flag.names()), line(flag), taken(flag, values)));
        }
      }
      Taken words =
          spec.positionalParameters().stream()
              .map(each -> taken(each, values))
              .findFirst()
              .orElse(Taken.NOTHING);
      verbs.add(new Verb(command.name(), command.summary(), List.copyOf(flags), words));
    }
    return new CompletionModel(List.copyOf(verbs));
  }

  /** The values of flags and words that are known by name, by what the help calls them. */
  private static Map<String, List<String>> values(CompletionOptions options, Notices notices) {
    Plugins registry = Plugins.load(PluginJars.of(options.plugins(), notices).paths());
    try {
      List<String> sinks = registry.sinks().names();
      List<String> stages = registry.stages().names();
      Map<String, List<String>> values = new HashMap<>();
      values.put(FlagKey.MODEL.flag(), safe(options.aliases()));
      values.put(FlagKey.PROMPT.flag(), safe(options.prompts()));
      values.put(FlagKey.SINK.flag(), sinks);
      values.put("sinks NAME", sinks);
      values.put("log ACTION", options.conversations());
      values.put(FlagKey.CONVERSATION.flag(), options.conversations());
      values.put(FlagKey.THROUGH.flag(), stages);
      values.put("stages NAME", stages);
      values.put(FlagKey.DIALECT.flag(), registry.dialects().names());
      values.put(FlagKey.FROM.flag(), registry.queues().names());
      values.put("queues NAME", registry.queues().names());
      values.put(FlagKey.ENDPOINT.flag(), options.endpoints());
      values.put(
          FlagKey.KIND.flag(),
          List.of(PluginKind.SINK.word(), PluginKind.STAGE.word(), PluginKind.DIALECT.word()));
      values.put(FlagKey.ENCODING.flag(), TokenEncoding.names());
      values.put(FlagKey.FAULT.flag(), Fault.kinds().stream().map(kind -> kind.name()).toList());
      return values;
    } finally {
      PluginJars.close(registry, notices);
    }
  }

  private static List<String> safe(List<String> names) {
    return names.stream().filter(name -> SAFE.matcher(name).matches()).toList();
  }

  private static Taken taken(OptionSpec flag, Map<String, List<String>> values) {
    if (flag.arity().min() == 0) { // The next word is no value, even if the flag may have one.
      return Taken.NOTHING;
    }
    List<String> known = values.getOrDefault(flag.longestName(), candidates(flag));
    if (flag.longestName().equals(FlagKey.MODEL.flag())) {
      return new Taken(Kind.MODEL, known);
    }
    return new Taken(known.isEmpty() ? kind(flag) : Kind.ONE_OF, known);
  }

  private static Taken taken(ArgSpec words, Map<String, List<String>> values) {
    String name = words.command().name() + " " + words.paramLabel();
    List<String> known = new ArrayList<>(candidates(words));
    known.addAll(values.getOrDefault(name, List.of()));
    return new Taken(known.isEmpty() ? kind(words) : Kind.ONE_OF, known);
  }

  private static List<String> candidates(ArgSpec argument) {
    List<String> all = new ArrayList<>();
    if (argument.completionCandidates() != null) {
      argument.completionCandidates().forEach(all::add);
    }
    return all;
  }

  private static Kind kind(ArgSpec argument) {
    return Flag.isFile(argument) ? Kind.FILE : Kind.TEXT;
  }

  private static String line(ArgSpec argument) {
    return String.join(" ", argument.description());
  }

  /** A command: its name, what it does, its flags, and what else stands behind it. */
  record Verb(String name, String summary, List<Word> flags, Taken words) {}

  /** A flag: its names, the long one last, what it is for, and what follows it. */
  record Word(List<String> names, String description, Taken value) {}

  /**
   * What stands in a place.
   *
   * @param values those of {@link Kind#ONE_OF} and {@link Kind#MODEL}
   */
  record Taken(Kind kind, List<String> values) {
    static final Taken NOTHING = new Taken(Kind.NOTHING, List.of());
  }

  /** What may stand in a place. */
  enum Kind {
    NOTHING,
    FILE,
    ONE_OF,
    /** One of the values, which are aliases, or of the models that were listed last. */
    MODEL,
    /** Free text, such as a prompt. */
    TEXT
  }
}
