// The least that a broadcast can cost on this machine: one finished frame written to every socket by send(), HZ times a
// second. No event loop, no framing, no queue, no reading: a floor, and not a server.
//   cc -O2 -o bare-send bare-send.c && ./bare-send PORT PAYLOAD_BYTES HZ
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#include "common.h"

static const char welcome[] = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n";

static int open_door(int port) {
  int fd = socket(AF_INET, SOCK_STREAM, 0), one = 1;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(fd, (void *)&address, sizeof address) || listen(fd, 4096)) perror("listen"), exit(1);
  return fd;
}

static int welcome_one(int door) {
  char request[4096];
  int fd = accept(door, 0, 0);
  // Somebody who only knocks to see whether the door is open is no client.
  if (fd < 0 || read(fd, request, sizeof request) <= 0 || write(fd, welcome, sizeof welcome - 1) < 0) {
    close(fd);
    return -1;
  }
  fcntl(fd, F_SETFL, O_NONBLOCK);
  return fd;
}

int main(int argc, char **argv) {
  if (argc < 4) return fprintf(stderr, "usage: bare-send PORT PAYLOAD_BYTES HZ\n"), 2;
  struct rlimit limit;
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  int length = atoi(argv[2]), sockets = 0, header = length < 126 ? 2 : 4, door = open_door(atoi(argv[1]));
  int *all = malloc(sizeof *all * limit.rlim_cur);
  unsigned char *frame = malloc(length + 4);
  memset(frame, 'x', length + 4);
  frame[0] = 0x81, frame[1] = length < 126 ? length : 126;
  if (header == 4) frame[2] = length >> 8, frame[3] = length & 255;
  for (double next = now();;) {
    int wait = (next - now()) * 1000;
    struct pollfd asked = {door, POLLIN, 0};
    if (poll(&asked, 1, wait < 0 ? 0 : wait) > 0) {
      int fd = welcome_one(door);
      if (fd >= 0) all[sockets++] = fd;
    } else if (now() >= next) {
      for (int i = 0; i < sockets; i++) send(all[i], frame, length + header, MSG_NOSIGNAL);
      next += 1 / atof(argv[3]);
    }
  }
}
