import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import { Notifications } from '@mantine/notifications';
import { Outlet } from '@tanstack/react-router';

export const PrivateLayout = () => (
  <>
    <Notifications position="bottom-center" />
    <Outlet />
  </>
);
