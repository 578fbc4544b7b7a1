package io.sluice.cli.plugins;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.settings.FlagKey;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Writes a Maven project for a plugin that works, and is to be changed. */
final class PluginsNew implements PluginsAction {
  private final Supplier<String> version;

  /** Projects for the version of Sluice that {@code version} tells. */
  PluginsNew(Supplier<String> version) {
    this.version = version;
  }

  @Override
  public String name() {
    return "new";
  }

  @Override
  public String operands() {
    return "NAME [DIR]";
  }

  @Override
  public String summary() {
    return "a Maven project for a plugin, in DIR or else in ./NAME";
  }

  @Override
  public Set<FlagKey> flags() {
    return Set.of(FlagKey.KIND, FlagKey.PACKAGE);
  }

  @Override
  public ExitCode run(Arguments arguments, List<String> words, Call call) throws IOException {
    ProjectOptions options = ProjectOptions.of(arguments, words);
    new PluginProject(options, version.get()).write();
    call.streams().out().print(options.folder() + "\n");
    call.notices().notice("build it there with: mvn verify");
    call.notices()
        .notice(
            "then: sluice plugins add "
                + options.folder().resolve("target").resolve(options.name() + "-1.0.jar"));
    return ExitCode.COMPLETED;
  }
}
