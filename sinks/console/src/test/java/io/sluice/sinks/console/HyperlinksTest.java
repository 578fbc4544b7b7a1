package io.sluice.sinks.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HyperlinksTest {
  @ParameterizedTest
  @CsvSource({
    "TERM=xterm-256color TERM_PROGRAM=iTerm.app, true",
    "TERM=xterm-256color TERM_PROGRAM=vscode, true",
    "TERM=xterm-256color TERM_PROGRAM=Apple_Terminal, false",
    "TERM=xterm-256color WT_SESSION=1, true",
    "TERM=xterm-256color KONSOLE_VERSION=220401, true",
    "TERM=xterm-256color VTE_VERSION=5000, true",
    "TERM=xterm-256color VTE_VERSION=4999, false",
    "TERM=xterm-256color VTE_VERSION=new, false",
    "TERM=xterm-kitty, true",
    "TERM=xterm-ghostty, true",
    "TERM=foot-extra, true",
    "TERM=alacritty, true",
    "TERM=xterm-256color, false",
    "TERM=linux, false",
    "HOME=/root, false"
  })
  void aTerminalIsKnownByWhatItSetsForItsPrograms(String environment, boolean follows) {
    assertThat(Hyperlinks.followedBy(variables(environment))).isEqualTo(follows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"TMUX=/tmp/tmux", "STY=1.pts", "TERM=tmux-256color", "TERM=screen", "TERM=dumb"})
  void behindAMultiplexerNoLinkIsFollowed(String between) {
    assertThat(Hyperlinks.followedBy(variables("KITTY_WINDOW_ID=1 " + between))).isFalse();
  }

  private static Map<String, String> variables(String text) {
    return Arrays.stream(text.split(" ", -1))
        .map(variable -> variable.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }
}
