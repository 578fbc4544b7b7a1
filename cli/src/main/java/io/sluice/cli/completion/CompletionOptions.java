package io.sluice.cli.completion;

import io.sluice.cli.archive.ConversationNames;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.run.PluginOptions;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.Setting;
import java.util.List;

/**
 * The options of {@code sluice completion}.
 *
 * @param shell the shell that the script is for
 * @param plugins the plugins whose sinks and dialects the script completes
 * @param endpoints the names of the endpoints that the script completes
 * @param prompts the names of the prompts that the script completes
 * @param aliases the names that the settings give to models
 * @param conversations the names of the conversations that the script completes
 */
record CompletionOptions(
    Shell shell,
    PluginOptions plugins,
    List<String> endpoints,
    List<String> prompts,
    List<String> aliases,
    List<String> conversations) {
  CompletionOptions {
    endpoints = List.copyOf(endpoints);
    prompts = List.copyOf(prompts);
    aliases = List.copyOf(aliases);
    conversations = List.copyOf(conversations);
  }

  static CompletionOptions of(Arguments arguments, Call call) {
    arguments.atMostWords(1);
    List<String> words = arguments.words();
    if (words.isEmpty()) {
      throw new UsageException("a shell is missing; use " + String.join(", ", Shell.names()));
    }
    return new CompletionOptions(
        Shell.named(words.get(0)),
        PluginOptions.of(arguments),
        arguments.files().endpoints(),
        arguments.files().prompts(),
        arguments.files().aliases().stream().map(Setting::key).toList(),
        ConversationNames.of(call));
  }
}
