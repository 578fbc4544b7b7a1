package io.sluice.cli.completion;

import io.sluice.cli.completion.CompletionModel.Kind;
import io.sluice.cli.completion.CompletionModel.Taken;
import io.sluice.cli.completion.CompletionModel.Verb;
import io.sluice.cli.completion.CompletionModel.Word;
import java.util.stream.Collectors;

/** A script for zsh, to be put into a folder of {@code $fpath} or evaluated. */
final class ZshCompletion {
  private static final String MODELS =
      """
      # The models that 'sluice models' listed last.
      _sluice_models() {
        local file now=$(date +%s)
        local -a names lines
        names=("$@")
        for file in ${XDG_CACHE_HOME:-$HOME/.cache}/sluice/models/*(N.); do
          lines=("${(@f)$(<$file)}")
          [[ $lines[1] == <-> ]] && ((lines[1] > now)) && names+=("${(@)lines[2,-1]}")
        done
        compadd -a names
      }
      """;

  private ZshCompletion() {}

  static String script(CompletionModel model) {
    String names = model.commands().stream().map(Verb::name).collect(Collectors.joining("|"));
    var script = new StringBuilder("#compdef sluice\n");
    script.append("# Completion of sluice for zsh. In ~/.zshrc, behind compinit:\n");
    script.append("# eval \"$(sluice completion zsh)\"\n");
    script.append(MODELS);
    script.append("_sluice() {\n  local verb=ask\n  local -a verbs\n  verbs=(\n");
    for (Verb verb : model.commands()) {
      script.append("    ").append(quoted(verb.name() + ":" + verb.summary())).append('\n');
    }
    script.append("  )\n  if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then\n");
    script.append("    _describe command verbs\n    return\n  fi\n");
    script.append("  case $words[2] in\n    (").append(names).append(")\n");
    script.append("      verb=$words[2]\n      shift words\n      ((CURRENT--))\n      ;;\n");
    script.append("  esac\n  case $verb in\n");
    model.commands().forEach(verb -> append(script, verb));
    script.append("  esac\n}\nif [[ $funcstack[1] == _sluice ]]; then\n  _sluice \"$@\"\n");
    return script.append("else\n  compdef _sluice sluice\nfi\n").toString();
  }

  private static void append(StringBuilder script, Verb verb) {
    script.append("    (").append(verb.name()).append(")\n      _arguments \\\n");
    for (Word flag : verb.flags()) {
      for (String name : flag.names()) {
        String joint = flag.value().kind() == Kind.NOTHING ? "" : name.startsWith("--") ? "=" : "+";
        String spec = "*" + name + joint + "[" + escaped(flag.description()) + "]";
        script.append("        ").append(quoted(spec + place(flag.value()))).append(" \\\n");
      }
    }
    String words = verb.words().kind() == Kind.NOTHING ? ": " : place(verb.words());
    script.append("        ").append(quoted("*" + words)).append("\n      ;;\n");
  }

  /** What stands there, as in {@code :value:(a b)}. */
  private static String place(Taken taken) {
    return switch (taken.kind()) {
      case NOTHING -> "";
      case FILE -> ":file:_files";
      case ONE_OF -> ":value:(" + String.join(" ", taken.values()) + ")";
      case MODEL -> ":model:{_sluice_models " + String.join(" ", taken.values()) + "}";
      case TEXT -> ":text: ";
    };
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\[\\]:\\\\]", "\\\\$0");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
