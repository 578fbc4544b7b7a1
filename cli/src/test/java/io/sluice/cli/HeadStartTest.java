package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadStartTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "ask", "chat", "inspect", "compare", "Hello", "-q"})
  void whatSendsARequestIsLoadedAhead(String first) {
    assertThat(Main.sendsRequests(first.isEmpty() ? List.of() : List.of(first, "log"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "--version", "replay", "sse", "tokens", "log", "config"})
  void whatSendsNoneIsNot(String first) {
    assertThat(Main.sendsRequests(List.of(first))).isFalse();
  }
}
