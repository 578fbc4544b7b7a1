package io.sluice.cli.plugins;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.run.PluginFolder;
import io.sluice.cli.run.PluginOptions;
import io.sluice.cli.terminal.TerminalText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lists the jars of the plugin folders; those of a folder that is not trusted are not loaded. */
final class PluginsList implements PluginsAction {
  @Override
  public String name() {
    return "list";
  }

  @Override
  public String operands() {
    return "";
  }

  @Override
  public String summary() {
    return "the jars of the plugin folders, and what each brings";
  }

  @Override
  public ExitCode run(Arguments arguments, List<String> words, Call call) throws IOException {
    if (!words.isEmpty()) {
      throw Arguments.tooMany(words.get(0));
    }
    PluginOptions options = PluginOptions.of(arguments);
    for (PluginFolder folder : PluginFolder.of(options)) {
      if (Files.isDirectory(folder.path()) || !folder.path().equals(options.near())) {
        print(folder, call);
      }
    }
    return ExitCode.COMPLETED;
  }

  private static void print(PluginFolder folder, Call call) throws IOException {
    var text = new StringBuilder();
    boolean loaded = folder.untrusted().isEmpty();
    text.append(TerminalText.of(folder.path().toString()))
        .append(loaded ? "\n" : " (not loaded)\n");
    List<Path> jars = folder.jars(call.notices());
    if (jars.isEmpty()) {
      text.append("  no jars\n");
    }
    int widest = jars.stream().mapToInt(jar -> fileName(jar).length()).max().orElse(1);
    for (Path jar : jars) {
      String brings = loaded ? String.join(", ", JarContents.of(jar).lines()) : "";
      text.append(String.format("  %-" + widest + "s  %s", fileName(jar), brings).stripTrailing())
          .append('\n');
    }
    call.streams().out().print(text.toString());
    folder.untrusted().filter(reason -> !jars.isEmpty()).ifPresent(call.notices()::notice);
  }

  private static String fileName(Path jar) {
    return TerminalText.of(String.valueOf(jar.getFileName()));
  }
}
