package io.sluice.cli.log;

import io.sluice.cli.archive.ArchivePlaces;
import io.sluice.cli.archive.ArchiveSwitch;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.terminal.TerminalText;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Says whether answers are to be kept from now on. */
final class LogToggle implements LogAction {
  private final ArchiveSwitch.Position position;

  private LogToggle(ArchiveSwitch.Position position) {
    this.position = position;
  }

  static LogToggle off() {
    return new LogToggle(ArchiveSwitch.Position.OFF);
  }

  static LogToggle on() {
    return new LogToggle(ArchiveSwitch.Position.ON);
  }

  @Override
  public String name() {
    return position == ArchiveSwitch.Position.ON ? "on" : "off";
  }

  @Override
  public String operands() {
    return "";
  }

  @Override
  public String summary() {
    return position == ArchiveSwitch.Position.ON
        ? "keeps answers again"
        : "keeps no answers from now on; those there are stay";
  }

  @Override
  public Set<FlagKey> flags() {
    return Set.of();
  }

  @Override
  public ExitCode run(Arguments arguments, List<String> words, Call call) throws IOException {
    LogAction.refuse(words);
    ArchivePlaces places = ArchivePlaces.required(call.environment());
    places.toggle().turn(position);
    String line =
        position == ArchiveSwitch.Position.ON
            ? "answers are kept in " + places.file()
            : "no more answers are kept; 'sluice log rm "
                + FlagKey.ALL.flag()
                + "' removes those in "
                + places.file();
    call.streams().out().print(TerminalText.of(line) + "\n");
    return ExitCode.COMPLETED;
  }
}
