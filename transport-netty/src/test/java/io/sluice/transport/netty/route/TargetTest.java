package io.sluice.transport.netty.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {

  @ParameterizedTest
  @CsvSource({
    "http://h, h, 80, h",
    "https://h:443/v1, h, 443, h",
    "https://h:80, h, 80, h:80",
    "http://[::1]:8080, ::1, 8080, [::1]:8080",
  })
  void aUrlNamesItsServer(String url, String host, int port, String field) {
    Target target = Target.of(URI.create(url));
    assertThat(target.host()).isEqualTo(host);
    assertThat(target.port()).isEqualTo(port);
    assertThat(target.hostField()).isEqualTo(field);
  }

  /** RFC 6874: the percent sign of a zone is escaped in a URL, and no server needs to know it. */
  @Test
  void aZoneIsForTheConnectionAlone() {
    Target target = Target.of(URI.create("http://[fe80::1%25lo]:8080/v1"));
    assertThat(target.host()).isEqualTo("fe80::1%lo");
    assertThat(target.hostField()).isEqualTo("[fe80::1]:8080");
  }
}
