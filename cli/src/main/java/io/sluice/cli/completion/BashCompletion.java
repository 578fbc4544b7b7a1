package io.sluice.cli.completion;

import io.sluice.cli.completion.CompletionModel.Kind;
import io.sluice.cli.completion.CompletionModel.Taken;
import io.sluice.cli.completion.CompletionModel.Verb;
import io.sluice.cli.completion.CompletionModel.Word;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A script for bash 3.2 and later. Everything stands in it but the models that were listed last, so
 * that no program is started at a tab, except for the time of day where models are completed.
 */
final class BashCompletion {
  private static final String BEGINNING =
      """
      # Completion of sluice for bash. In ~/.bashrc: eval "$(sluice completion bash)"
      _sluice_one_of() {
        COMPREPLY=($(compgen -W "$1" -- "$2"))
      }
      _sluice_file() {
        local IFS=$'\\n'
        compopt -o filenames 2>/dev/null
        COMPREPLY=($(compgen -f -- "$1"))
      }
      # The models that 'sluice models' listed last, of the endpoint if one is named.
      _sluice_model() {
        local folder=${XDG_CACHE_HOME:-$HOME/.cache}/sluice/models now file until name names=$1 i
        local files=("$folder"/*)
        for ((i = 1; i < COMP_CWORD; i++)); do
          if [[ ${COMP_WORDS[i]} == --endpoint && -f $folder/${COMP_WORDS[i+1]} ]]; then
            files=("$folder/${COMP_WORDS[i+1]}")
          fi
        done
        now=$(date +%s)
        for file in "${files[@]}"; do
          [[ -f $file && -r $file ]] || continue
          {
            read -r until
            [[ $until =~ ^[0-9]+$ ]] && ((until > now)) || continue
            while read -r name; do
              [[ $name =~ ^[A-Za-z0-9._:/@+-]+$ ]] && names+=" $name"
            done
          } < "$file"
        done
        _sluice_one_of "$names" "$2"
      }
      _sluice() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
        # Bash splits at the sign of --flag=value.
        if [[ $word == '=' ]]; then
          word=
        elif [[ $before == '=' ]]; then
          before=${COMP_WORDS[COMP_CWORD-2]}
        fi
        COMPREPLY=()
      """;

  private BashCompletion() {}

  static String script(CompletionModel model) {
    String names = model.commands().stream().map(Verb::name).collect(Collectors.joining(" "));
    var script = new StringBuilder(BEGINNING);
    script.append("  local verb=ask\n");
    script.append("  if ((COMP_CWORD > 1)); then\n    case ${COMP_WORDS[1]} in\n");
    script.append("      ").append(names.replace(' ', '|')).append(") verb=${COMP_WORDS[1]} ;;\n");
    script.append("    esac\n  fi\n  case $verb in\n");
    model.commands().forEach(verb -> append(script, verb));
    script.append("  esac\n");
    script.append("  if ((COMP_CWORD == 1)) && [[ $word != -* ]]; then\n");
    script.append("    _sluice_one_of '").append(names).append("' \"$word\"\n  fi\n");
    return script.append("}\ncomplete -F _sluice sluice\n").toString();
  }

  private static void append(StringBuilder script, Verb verb) {
    script.append("    ").append(verb.name()).append(")\n      case $before in\n");
    for (Word flag : verb.flags()) {
      if (flag.value().kind() != Kind.NOTHING) {
        script.append("        ").append(String.join("|", flag.names())).append(") ");
        script.append(offer(flag.value())).append("return ;;\n");
      }
    }
    script.append("      esac\n      if [[ $word == -* ]]; then\n        _sluice_one_of '");
    script.append(names(verb.flags())).append("' \"$word\"\n");
    if (verb.words().kind() == Kind.FILE || verb.words().kind() == Kind.ONE_OF) {
      script
          .append("      else\n        ")
          .append(offer(verb.words()).stripTrailing())
          .append('\n');
    }
    script.append("      fi\n      ;;\n");
  }

  private static String offer(Taken taken) {
    return switch (taken.kind()) {
      case FILE -> "_sluice_file \"$word\"; ";
      case MODEL -> "_sluice_model '" + String.join(" ", taken.values()) + "' \"$word\"; ";
      case ONE_OF -> "_sluice_one_of '" + String.join(" ", taken.values()) + "' \"$word\"; ";
      case NOTHING, TEXT -> "";
    };
  }

  private static String names(List<Word> flags) {
    return flags.stream().flatMap(flag -> flag.names().stream()).collect(Collectors.joining(" "));
  }
}
