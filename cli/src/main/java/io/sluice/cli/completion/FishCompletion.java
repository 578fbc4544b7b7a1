package io.sluice.cli.completion;

import io.sluice.cli.completion.CompletionModel.Taken;
import io.sluice.cli.completion.CompletionModel.Verb;
import io.sluice.cli.completion.CompletionModel.Word;
import java.util.stream.Collectors;

/** A script for fish 3 and later, to be put into its folder of completions. */
final class FishCompletion {
  private static final String BEGINNING =
      """
      # Completion of sluice for fish: sluice completion fish > ~/.config/fish/completions/sluice.fish
      function __sluice_in
          set -l typed (commandline -opc)
          set -l verb ask
          if set -q typed[2]; and contains -- $typed[2] NAMES
              set verb $typed[2]
          end
          test $verb = $argv[1]
      end
      # The models that 'sluice models' listed last.
      function __sluice_models
          set -l folder ~/.cache
          set -q XDG_CACHE_HOME; and set folder $XDG_CACHE_HOME
          set -l now (date +%s)
          for file in $folder/sluice/models/*
              set -l names (cat $file)
              if test "$names[1]" -gt $now 2>/dev/null
                  string match -r '^[A-Za-z0-9._:/@+-]+$' -- $names[2..-1]
              end
          end
      end
      complete -c sluice -f
      """;

  private static final String FIRST = "test (count (commandline -opc)) -eq 1";

  private FishCompletion() {}

  static String script(CompletionModel model) {
    String names = model.commands().stream().map(Verb::name).collect(Collectors.joining(" "));
    var script = new StringBuilder(BEGINNING.replace("NAMES", names));
    for (Verb verb : model.commands()) {
      script.append("complete -c sluice -n ").append(quoted(FIRST));
      script.append(" -a ").append(verb.name()).append(" -d ").append(quoted(verb.summary()));
      script.append('\n');
      verb.flags().forEach(flag -> append(script, verb, flag));
      append(script, verb);
    }
    return script.toString();
  }

  private static void append(StringBuilder script, Verb verb, Word flag) {
    script.append("complete -c sluice -n '__sluice_in ").append(verb.name()).append('\'');
    for (String name : flag.names()) {
      script.append(
          name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    script.append(
        switch (flag.value().kind()) {
          case NOTHING -> "";
          case FILE -> " -r -F";
          case ONE_OF -> " -x -a " + values(flag.value());
          case MODEL -> " -x -a " + quoted(models(flag.value()));
          case TEXT -> " -x";
        });
    script.append(" -d ").append(quoted(flag.description())).append('\n');
  }

  private static void append(StringBuilder script, Verb verb) {
    String words =
        switch (verb.words().kind()) {
          case FILE -> " -F";
          case ONE_OF -> " -a " + values(verb.words());
          case NOTHING, TEXT, MODEL -> "";
        };
    if (!words.isEmpty()) {
      script.append("complete -c sluice -n '__sluice_in ").append(verb.name()).append('\'');
      script.append(words).append('\n');
    }
  }

  private static String models(Taken taken) {
    String aliases = String.join(" ", taken.values());
    return aliases.isEmpty() ? "(__sluice_models)" : aliases + " (__sluice_models)";
  }

  private static String values(Taken taken) {
    return quoted(String.join(" ", taken.values()));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
