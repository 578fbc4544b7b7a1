package io.sluice.cli.plugins;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.run.PluginOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Removes a jar from the user's plugin folder, without a question. */
final class PluginsRemove implements PluginsAction {
  @Override
  public String name() {
    return "remove";
  }

  @Override
  public String operands() {
    return "NAME";
  }

  @Override
  public String summary() {
    return "a jar of your folder, by its name or that of what it brings";
  }

  @Override
  public ExitCode run(Arguments arguments, List<String> words, Call call) throws IOException {
    String name = only(words, "NAME");
    UserFolder folder = UserFolder.of(PluginOptions.of(arguments));
    Path jar = folder.named(name, call.notices());
    folder.remove(jar);
    call.notices().notice("removed " + jar);
    return ExitCode.COMPLETED;
  }
}
