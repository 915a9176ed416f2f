/** Whether an address a browser gave belongs to one of the services, such as `https://*.push.apple.com`. */
export const isPushService = (services: readonly string[], endpoint: string): boolean => {
  const url = URL.parse(endpoint);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return services.some((service) => {
    if (!service.includes('://*.')) return url.origin === service;
    const [protocol = '', host = ''] = service.split('://*');
    return (
      url.origin.startsWith(`${protocol}://`) && url.host.endsWith(host) && url.host.length > host.length
    );
  });
};
