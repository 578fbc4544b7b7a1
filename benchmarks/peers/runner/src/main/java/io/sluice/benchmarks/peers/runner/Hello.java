package io.sluice.benchmarks.peers.runner;

/** What every JVM costs that says a word. */
final class Hello {

  private Hello() {}

  public static void main(String[] args) {
    System.out.println("Hello");
  }
}
