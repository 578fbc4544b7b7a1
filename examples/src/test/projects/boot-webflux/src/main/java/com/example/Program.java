package com.example;

import io.sluice.simulator.Simulator;
import io.sluice.simulator.SimulatorBuilder;
import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application, visits it and leaves it, in the middle of an answer and in silence. */
@SpringBootApplication
public class Program {

  public static void main(String[] args) throws IOException {
    System.out.println("leaving an answer: " + stopped(() -> Simulator.builder().rate(20)));
    System.out.println(
        "leaving in silence: " + stopped(() -> Simulator.builder().fault(Fault.parse("stall=2"))));
  }

  /** Whether one of a few visitors who left stopped the answer within a second. */
  private static boolean stopped(Supplier<SimulatorBuilder> servers) throws IOException {
    try (Simulator server = servers.get().start();
        ConfigurableApplicationContext application = application(server)) {
      int port =
          Integer.parseInt(
              Objects.requireNonNull(
                  application.getEnvironment().getProperty("local.server.port")));
      for (int visit = 0; visit < 5; visit++) {
        if (new Visitor(port).leaveAndWatch(server)) {
          return true;
        }
      }
      return false;
    }
  }

  private static ConfigurableApplicationContext application(Simulator server) {
    return SpringApplication.run(
        Program.class,
        "--server.port=0",
        "--spring.main.banner-mode=off",
        "--logging.level.root=error",
        "--sluice.base-url=" + server.baseUrl(),
        "--sluice.proxy=none",
        "--sluice.model=sluice-offline");
  }
}
