// What the tools in C share. Each is one file that includes this one, and compiles as its head says.
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>

// Seconds of a clock that only goes forward.
static inline double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

static inline void fail(const char *what) {
  perror(what);
  exit(1);
}

// A connection to this machine that waits for every step.
static inline int dial_plain(int port) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(fd, (void *)&address, sizeof address)) fail("connect");
  return fd;
}
