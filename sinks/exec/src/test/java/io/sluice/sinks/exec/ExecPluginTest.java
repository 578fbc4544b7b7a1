package io.sluice.sinks.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.plugin.Plugins;
import io.sluice.plugin.SinkSpec;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecPluginTest {

  private final Plugins registry = Plugins.load(List.of());

  @Test
  void aSpecMakesASink() throws IOException {
    assertThat(registry.sink(SinkSpec.parse("exec:command=jq -c .,timeout=1s,env=A_KEY B_KEY")))
        .isInstanceOf(ExecSink.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          exec                         | command is missing; use command=COMMAND
          exec:command=                | there is no program to start; name one
          exec:command=say 'x          | command has a ' that is not closed; close it, or put \\ before it
          exec:command=jq,timeout=0s   | a patience of PT0S is none; use some
          exec:cmd=jq                  | unknown option 'cmd'; known: command, env, timeout
          """)
  void whatIsWrongIsNamed(String spec, String message) {
    assertThatThrownBy(() -> registry.sink(SinkSpec.parse(spec)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sink 'exec': " + message);
  }
}
