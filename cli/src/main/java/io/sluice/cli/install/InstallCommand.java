package io.sluice.cli.install;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.Command;
import io.sluice.cli.command.Example;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Flag;
import io.sluice.cli.command.Help;
import io.sluice.cli.run.OutputFlags;
import io.sluice.cli.terminal.Notices;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Puts a link to the launcher into a folder of the PATH. */
public final class InstallCommand implements Command {
  @Override
  public String name() {
    return "install";
  }

  @Override
  public String summary() {
    return "puts a link to this command into a folder of the PATH";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("sluice install", "into the first folder of the PATH below your home"),
        new Example("sluice install ~/bin", "into that one"));
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Help.of(this, "install [FOLDER] [flags]");
    spec.usageMessage()
        .description(
            "",
            "Puts a link to this command into a folder of the PATH: the one that is named, else the",
            "first that lies below your home and can be written, else ~/.local/bin. A folder that is",
            "missing is made; a file that is there stays. It also says what is left to do for the",
            "PATH and for the completion of words in your shell. To undo it, remove the link.",
            "");
    spec.addPositional(Flag.words("FOLDER", "where the link goes"));
    spec.addOption(OutputFlags.quiet());
    spec.addOption(OutputFlags.debug());
    return Help.completed(spec);
  }

  @Override
  public ExitCode run(Arguments arguments, Call call) throws IOException {
    InstallOptions options = InstallOptions.of(arguments);
    Notices notices = call.notices();
    var link = new LauncherLink(options.launcher(), options.folder());
    boolean isNew = link.make();
    call.streams().out().print(link.path() + "\n");
    notices.notice(
        (isNew ? "links to " : "links already to ")
            + options.launcher()
            + "; to undo it, remove it");
    SearchPath path = options.path();
    StartupFile startup = options.startup();
    if (!path.contains(options.folder())) {
      notices.notice(
          "the folder is not on the PATH; add it with: " + startup.adding(options.folder()));
    }
    path.firstBefore(options.folder(), LauncherLink.NAME, options.launcher())
        .ifPresent(
            other -> notices.notice("'sluice' still calls " + other + ", which comes first"));
    notices.notice("to complete words with Tab: " + startup.completing());
    return ExitCode.COMPLETED;
  }
}
