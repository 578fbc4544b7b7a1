/** A program on the module path. */
module com.example {
  requires io.sluice.transport.netty;
}
