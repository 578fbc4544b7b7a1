package io.sluice.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.server.front.ConnectionCensus.Admission;
import io.sluice.server.limits.Limits;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class ConnectionCensusTest {

  private final ConnectionCensus census =
      new ConnectionCensus(Limits.builder().connections(5).connectionsOfAnAddress(2).build());

  @Test
  void anAddressHasALimitOfItsOwn() throws UnknownHostException {
    InetAddress one = InetAddress.getByName("192.0.2.1");
    InetAddress other = InetAddress.getByName("192.0.2.2");

    assertThat(census.enter(one)).isEqualTo(Admission.WELCOME);
    assertThat(census.enter(one)).isEqualTo(Admission.WELCOME);
    assertThat(census.enter(one)).isEqualTo(Admission.TOO_MANY_OF_THIS_ADDRESS);
    assertThat(census.enter(other)).isEqualTo(Admission.WELCOME);
    census.leave(one);
    assertThat(census.enter(one)).isEqualTo(Admission.WELCOME);
    assertThat(census.open()).isEqualTo(3);
  }

  @Test
  void loopbackHasOnlyTheLimitOfAll() {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    for (int connection = 0; connection < 5; connection++) {
      assertThat(census.enter(loopback)).isEqualTo(Admission.WELCOME);
    }
    assertThat(census.enter(loopback)).isEqualTo(Admission.FULL);
  }
}
